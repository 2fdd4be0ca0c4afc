package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.AnniversaryYear;
import dev.perennial.contract.program.v1.CalendarYear;
import dev.perennial.contract.program.v1.Level;
import dev.perennial.contract.program.v1.StatusMatchTerms;
import dev.perennial.contract.program.v1.Tiers;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.TiersDocument.Window;

/** Levels of standing, both ways. */
final class TiersSection {

    private TiersSection() {}

    static TiersDocument read(Tiers proto) {
        return new TiersDocument(
                proto.getUnit(),
                window(proto),
                proto.getLevelsList().stream().map(TiersSection::level).toList(),
                proto.getGraceDays(),
                ProgramWords.DOWNGRADE.toDomain(proto.getDowngrade()),
                ProgramWords.ON_REFUND.toDomain(proto.getOnRefund()),
                proto.hasStatusMatch() ? statusMatch(proto.getStatusMatch()) : null);
    }

    static Tiers write(TiersDocument tiers) {
        Tiers.Builder proto = Tiers.newBuilder()
                .setUnit(tiers.unit())
                .addAllLevels(tiers.levels().stream().map(TiersSection::level).toList())
                .setGraceDays(tiers.graceDays())
                .setDowngrade(ProgramWords.DOWNGRADE.toProto(tiers.downgrade()))
                .setOnRefund(ProgramWords.ON_REFUND.toProto(tiers.onRefund()));
        write(tiers.window(), proto);
        TiersDocument.StatusMatch match = tiers.statusMatch();
        if (match != null) {
            proto.setStatusMatch(statusMatch(match));
        }
        return proto.build();
    }

    private static Window window(Tiers proto) {
        return switch (proto.getWindowCase()) {
            case CALENDAR_YEAR -> new Window.CalendarYear();
            case ANNIVERSARY_YEAR -> new Window.AnniversaryYear();
            case ROLLING_DAYS -> new Window.RollingDays(proto.getRollingDays());
            case WINDOW_NOT_SET -> throw new IllegalArgumentException("an unset window passed validation");
        };
    }

    private static void write(Window window, Tiers.Builder proto) {
        switch (window) {
            case Window.CalendarYear() -> proto.setCalendarYear(CalendarYear.getDefaultInstance());
            case Window.AnniversaryYear() -> proto.setAnniversaryYear(AnniversaryYear.getDefaultInstance());
            case Window.RollingDays(int days) -> proto.setRollingDays(days);
        }
    }

    private static TiersDocument.Level level(Level proto) {
        return new TiersDocument.Level(
                proto.getId(), proto.getName(), proto.getThreshold(), NamedSection.read(proto.getBenefitsList()));
    }

    private static Level level(TiersDocument.Level level) {
        return Level.newBuilder()
                .setId(level.id())
                .setName(level.name())
                .setThreshold(level.threshold())
                .addAllBenefits(NamedSection.write(level.benefits()))
                .build();
    }

    private static TiersDocument.StatusMatch statusMatch(StatusMatchTerms proto) {
        return new TiersDocument.StatusMatch(proto.getDays(), proto.getKeepPercent(), proto.getKeptDays());
    }

    private static StatusMatchTerms statusMatch(TiersDocument.StatusMatch match) {
        return StatusMatchTerms.newBuilder()
                .setDays(match.days())
                .setKeepPercent(match.keepPercent())
                .setKeptDays(match.keptDays())
                .build();
    }
}
