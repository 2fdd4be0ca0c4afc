package dev.perennial.domain.loyalty;

import dev.perennial.domain.loyalty.reward.RewardUse;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.TransferDocument;
import dev.perennial.domain.program.TransferDocument.ReceivingLimit;
import dev.perennial.domain.program.TransferDocument.SendingLimit;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** How much and how often a member has sent and received, and may. What it is counted by no reward's id can be. */
final class TransferLimits {

    private final Program program;
    private final TransferDocument offer;
    private final Redeeming counting;

    TransferLimits(Program program, TransferDocument offer, Redeeming counting) {
        this.program = program;
        this.offer = offer;
        this.counting = counting;
    }

    /** Why so much may not be sent now, if so. */
    Optional<Refusal> sending(long amount, Instant at) {
        if (amount < offer.minimum()) {
            return Optional.of(
                    reached("minimum", offer.minimum(), "At least " + offer.minimum() + " are sent at once."));
        }
        if (amount > offer.maximum()) {
            return Optional.of(
                    reached("maximum", offer.maximum(), "At most " + offer.maximum() + " are sent at once."));
        }
        for (SendingLimit limit : offer.sending()) {
            long units = used(unitsSent(limit.period(), day(at)));
            if (limit.units() > 0 && units > limit.units() - amount) {
                return Optional.of(overUsed(limit.period(), "units", limit.units(), units));
            }
            long times = used(timesSent(limit.period(), day(at)));
            if (limit.times() > 0 && times >= limit.times()) {
                return Optional.of(overUsed(limit.period(), "times", limit.times(), times));
            }
        }
        return Optional.empty();
    }

    /** Why nothing may be received now, if so. */
    Optional<Refusal> receiving(Instant at) {
        for (ReceivingLimit limit : offer.receiving()) {
            long times = used(timesReceived(limit.period(), day(at)));
            if (times >= limit.times()) {
                return Optional.of(overUsed(limit.period(), "times", limit.times(), times));
            }
        }
        return Optional.empty();
    }

    void sent(Transfer transfer) {
        countSent(transfer, 1, transfer.sentAt());
    }

    /** Whatever came back was never sent, as far as limits go. */
    void returned(Transfer transfer, Instant at) {
        countSent(transfer, -1, at);
    }

    private void countSent(Transfer transfer, int sign, Instant at) {
        LocalDate day = day(transfer.sentAt());
        for (SendingLimit limit : offer.sending()) {
            if (limit.units() > 0) {
                counting.count(unitsSent(limit.period(), day), sign * transfer.amount(), day(at));
            }
            if (limit.times() > 0) {
                counting.count(timesSent(limit.period(), day), sign, day(at));
            }
        }
    }

    void received(Instant at) {
        LocalDate day = day(at);
        offer.receiving().forEach(limit -> counting.count(timesReceived(limit.period(), day), 1, day));
    }

    private long used(RewardUse use) {
        return counting.redemptions().used(use);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, program.zone());
    }

    private RewardUse unitsSent(Period period, LocalDate day) {
        return RewardUse.of("sent-units:" + offer.unit(), period, day);
    }

    private RewardUse timesSent(Period period, LocalDate day) {
        return RewardUse.of("sent:" + offer.unit(), period, day);
    }

    private RewardUse timesReceived(Period period, LocalDate day) {
        return RewardUse.of("received:" + offer.unit(), period, day);
    }

    private static Refusal overUsed(Period period, String what, long limit, long used) {
        return Refusal.of(
                Reason.TRANSFER_LIMIT_REACHED,
                "At most " + limit + " " + what + " " + period.words() + "; it is " + used + " so far.",
                Map.of(
                        "period", period.name(),
                        "limit", what,
                        "allowed", Long.toString(limit),
                        "used", Long.toString(used)));
    }

    private static Refusal reached(String limit, long allowed, String words) {
        return Refusal.of(
                Reason.TRANSFER_LIMIT_REACHED, words, Map.of("limit", limit, "allowed", Long.toString(allowed)));
    }
}
