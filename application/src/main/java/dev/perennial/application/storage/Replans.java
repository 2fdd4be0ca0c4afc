package dev.perennial.application.storage;

import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.TenantId;
import java.time.Duration;
import java.util.Optional;

/**
 * Versions by which members are to be planned again. A decision plans its own member; for those whom nobody decides
 * about, applying a version leaves a request here, which is worked off in the order of the members' numbers.
 */
public interface Replans {

    /** How many members a version has to be made known to that is applied now. */
    long members(TenantId tenant);

    /**
     * Asks that every member of the tenant be planned again from the moment at which the version takes effect. Until the
     * transaction ends nobody gets a number that is above those who have to be planned.
     */
    void ask(TenantId tenant, ProgramVersion version);

    /**
     * Takes the oldest request of any tenant that is not worked off. It is locked until the transaction ends; those that
     * others have locked are left out.
     *
     * @param settled how long ago it must have been asked, in real time
     */
    Optional<Replan> next(Duration settled);

    /** Takes the oldest request of the tenant that is not worked off, and waits for whoever has it. */
    Optional<Replan> nextOf(TenantId tenant);

    /**
     * Locks the next members in the order of their numbers and makes everybody among them who is due later, or never,
     * due when the version takes effect. When fewer are left than asked for, the request is worked off.
     *
     * @param replan as this transaction took it
     * @param members how many, at least 1
     * @return how far it is after that
     */
    Replan plan(Replan replan, int members);

    /** How far a version is, without locks; empty when nothing was asked for it. */
    Optional<Replan> find(TenantId tenant, int version);
}
