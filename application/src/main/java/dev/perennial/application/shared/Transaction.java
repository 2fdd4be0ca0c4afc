package dev.perennial.application.shared;

import dev.perennial.application.loyalty.MemberStates;
import dev.perennial.application.member.Profiles;
import dev.perennial.application.program.ProgramVersions;

/** The ports that take part in one transaction. */
public interface Transaction {

    Requests requests();

    MemberStates members();

    Profiles profiles();

    ProgramVersions programs();
}
