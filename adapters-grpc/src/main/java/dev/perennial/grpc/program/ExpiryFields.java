package dev.perennial.grpc.program;

import com.google.protobuf.Message;
import dev.perennial.contract.program.v1.Never;
import dev.perennial.domain.program.Expiry;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** When something runs out: the oneof that rules, stages and cards have in common. */
final class ExpiryFields {

    private ExpiryFields() {}

    /** Never, when nothing is set. */
    static Expiry read(Message proto) {
        return Stream.of(
                        read(proto, "after_days", Expiry.AfterDays::new),
                        read(proto, "after_months", Expiry.AfterMonths::new),
                        read(proto, "end_of_month", Expiry.EndOfMonth::new),
                        read(proto, "end_of_year", Expiry.EndOfYear::new))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(Expiry.Never::new);
    }

    private static Optional<Expiry> read(Message proto, String name, IntFunction<Expiry> expiry) {
        return Fields.ifSet(proto, name, Integer.class).map(expiry::apply);
    }

    static void write(Expiry expiry, Message.Builder proto) {
        switch (expiry) {
            case Expiry.Never() -> Fields.set(proto, "never", Never.getDefaultInstance());
            case Expiry.AfterDays(int days) -> Fields.set(proto, "after_days", days);
            case Expiry.AfterMonths(int months) -> Fields.set(proto, "after_months", months);
            case Expiry.EndOfMonth(int months) -> Fields.set(proto, "end_of_month", months);
            case Expiry.EndOfYear(int years) -> Fields.set(proto, "end_of_year", years);
        }
    }
}
