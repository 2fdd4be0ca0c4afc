package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.Celebrations;
import dev.perennial.contract.program.v1.Leaderboard;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.Raffle;
import dev.perennial.domain.program.CelebrationsDocument;
import dev.perennial.domain.program.EngagementDocument;
import dev.perennial.domain.program.LeaderboardDocument;
import dev.perennial.domain.program.RaffleDocument;
import dev.perennial.grpc.shared.Times;

/** What members collect, work towards and take part in, both ways. */
final class EngagementSection {

    private EngagementSection() {}

    static EngagementDocument read(Program proto) {
        return new EngagementDocument(
                proto.getCountersList().stream().map(CounterSection::read).toList(),
                proto.getChallengesList().stream().map(ChallengeSection::read).toList(),
                proto.getLeaderboardsList().stream()
                        .map(EngagementSection::leaderboard)
                        .toList(),
                proto.getPunchCardsList().stream().map(ChallengeSection::read).toList(),
                proto.getRafflesList().stream().map(EngagementSection::raffle).toList(),
                celebrations(proto.getCelebrations()));
    }

    /** Celebrations are left out when they are as they would be anyway. */
    static void write(EngagementDocument engagement, Program.Builder proto) {
        engagement.counters().forEach(counter -> proto.addCounters(CounterSection.write(counter)));
        engagement.challenges().forEach(challenge -> proto.addChallenges(ChallengeSection.write(challenge)));
        engagement.leaderboards().forEach(leaderboard -> proto.addLeaderboards(leaderboard(leaderboard)));
        engagement.punchCards().forEach(card -> proto.addPunchCards(ChallengeSection.write(card)));
        engagement.raffles().forEach(raffle -> proto.addRaffles(raffle(raffle)));
        if (!engagement.celebrations().equals(CelebrationsDocument.DEFAULT)) {
            proto.setCelebrations(celebrations(engagement.celebrations()));
        }
    }

    private static LeaderboardDocument leaderboard(Leaderboard proto) {
        return new LeaderboardDocument(
                proto.getId(), proto.getName(), proto.getCounter(), proto.getSettlementDelayHours());
    }

    private static Leaderboard leaderboard(LeaderboardDocument leaderboard) {
        return Leaderboard.newBuilder()
                .setId(leaderboard.id())
                .setName(leaderboard.name())
                .setCounter(leaderboard.counter())
                .setSettlementDelayHours(leaderboard.settlementDelayHours())
                .build();
    }

    private static RaffleDocument raffle(Raffle proto) {
        return new RaffleDocument(
                proto.getId(),
                proto.getName(),
                proto.getTicket(),
                Times.toDomain(proto.getClosesAt()),
                proto.getWinners(),
                proto.getBeacon());
    }

    private static Raffle raffle(RaffleDocument raffle) {
        return Raffle.newBuilder()
                .setId(raffle.id())
                .setName(raffle.name())
                .setTicket(raffle.ticket())
                .setClosesAt(Times.toProto(raffle.closesAt()))
                .setWinners(raffle.winners())
                .setBeacon(raffle.beacon())
                .build();
    }

    private static CelebrationsDocument celebrations(Celebrations proto) {
        return new CelebrationsDocument(
                ProgramWords.LEAP_DAY.toDomain(proto.getLeapDay(), CelebrationsDocument.DEFAULT.leapDay()),
                proto.getBirthDateChangeDays());
    }

    private static Celebrations celebrations(CelebrationsDocument celebrations) {
        return Celebrations.newBuilder()
                .setLeapDay(ProgramWords.LEAP_DAY.toProto(celebrations.leapDay()))
                .setBirthDateChangeDays(celebrations.birthDateChangeDays())
                .build();
    }
}
