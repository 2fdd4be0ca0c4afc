package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.CountedAmount;
import dev.perennial.contract.program.v1.CountedFacts;
import dev.perennial.contract.program.v1.CountedItems;
import dev.perennial.contract.program.v1.Counter;
import dev.perennial.domain.program.CounterDocument;
import dev.perennial.domain.program.CounterDocument.Measure;
import dev.perennial.domain.program.CounterDocument.Window;

/** Counters, both ways. */
final class CounterSection {

    private CounterSection() {}

    static CounterDocument read(Counter proto) {
        return new CounterDocument(
                proto.getId(), proto.getName(), SubjectFields.read(proto), measure(proto), window(proto));
    }

    static Counter write(CounterDocument counter) {
        Counter.Builder proto = Counter.newBuilder().setId(counter.id()).setName(counter.name());
        SubjectFields.write(counter.subject(), proto);
        write(counter.measure(), proto);
        write(counter.window(), proto);
        return proto.build();
    }

    private static Measure measure(Counter proto) {
        return switch (proto.getMeasureCase()) {
            case FACTS -> new Measure.Facts();
            case AMOUNT -> new Measure.Amount();
            case ITEMS -> new Measure.Items();
            case ATTRIBUTE -> new Measure.Attribute(proto.getAttribute());
            case UNITS -> new Measure.Units(proto.getUnits());
            case MEASURE_NOT_SET -> throw new IllegalArgumentException("an unset measure passed validation");
        };
    }

    private static void write(Measure measure, Counter.Builder proto) {
        switch (measure) {
            case Measure.Facts() -> proto.setFacts(CountedFacts.getDefaultInstance());
            case Measure.Amount() -> proto.setAmount(CountedAmount.getDefaultInstance());
            case Measure.Items() -> proto.setItems(CountedItems.getDefaultInstance());
            case Measure.Attribute(String name) -> proto.setAttribute(name);
            case Measure.Units(String unit) -> proto.setUnits(unit);
        }
    }

    private static Window window(Counter proto) {
        return switch (proto.getWindowCase()) {
            case CURRENT -> new Window.Current(ProgramWords.PERIOD.toDomain(proto.getCurrent()));
            case ROLLING_DAYS -> new Window.Rolling(proto.getRollingDays());
            case STREAK ->
                new Window.Streak(
                        ProgramWords.PERIOD.toDomain(proto.getStreak().getPeriod()),
                        proto.getStreak().getAtLeast());
            case WINDOW_NOT_SET -> throw new IllegalArgumentException("an unset window passed validation");
        };
    }

    private static void write(Window window, Counter.Builder proto) {
        switch (window) {
            case Window.Current(var period) -> proto.setCurrent(ProgramWords.PERIOD.toProto(period));
            case Window.Rolling(int days) -> proto.setRollingDays(days);
            case Window.Streak(var period, long atLeast) ->
                proto.getStreakBuilder()
                        .setPeriod(ProgramWords.PERIOD.toProto(period))
                        .setAtLeast(atLeast);
        }
    }
}
