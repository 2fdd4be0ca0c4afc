package dev.perennial.persistence;

import dev.perennial.application.loyalty.MemberStates;
import dev.perennial.application.member.Profiles;
import dev.perennial.application.program.ProgramVersions;
import dev.perennial.application.shared.Requests;
import dev.perennial.application.shared.Transaction;
import dev.perennial.persistence.feed.OutboxRows;
import dev.perennial.persistence.loyalty.JooqMemberStates;
import dev.perennial.persistence.member.JooqProfiles;
import dev.perennial.persistence.program.JooqProgramVersions;
import dev.perennial.persistence.shared.JooqRequests;
import dev.perennial.persistence.shared.MasterKey;
import dev.perennial.persistence.shared.Session;

/** The ports on one connection. */
record JooqTransaction(Requests requests, MemberStates members, Profiles profiles, ProgramVersions programs)
        implements Transaction {

    static JooqTransaction on(Session session, OutboxRows outbox, MasterKey master) {
        JooqRequests requests = new JooqRequests(session);
        return new JooqTransaction(
                requests,
                new JooqMemberStates(session, requests, outbox),
                new JooqProfiles(session, master),
                new JooqProgramVersions(session, requests));
    }
}
