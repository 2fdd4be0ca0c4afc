package dev.perennial.bootstrap.story;

import com.google.protobuf.util.Timestamps;
import dev.perennial.contract.program.v1.ApplyProgramRequest;
import dev.perennial.contract.program.v1.EarningRule;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.Unit;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A program in the making: {@code aProgram(aRule("base").perEuro(1).pendingFor(14))}. */
record AProgram(Program document) {

    static AProgram aProgram(ARule... rules) {
        List<EarningRule> documents = Stream.of(rules).map(ARule::document).toList();
        return new AProgram(Program.newBuilder()
                .setTimeZone("Europe/Berlin")
                .setCurrency("EUR")
                .addUnits(Unit.newBuilder().setId("points").setName("Points"))
                .addUnits(Unit.newBuilder().setId("stamps").setName("Stamps"))
                .addAllEarningRules(documents)
                .build());
    }

    AProgram in(String timeZone) {
        return new AProgram(document.toBuilder().setTimeZone(timeZone).build());
    }

    AProgram of(String currency) {
        return new AProgram(document.toBuilder().setCurrency(currency).build());
    }

    AProgram reopening(int days) {
        return new AProgram(document.toBuilder().setReopenWindowDays(days).build());
    }

    ApplyProgramRequest application(String requestId) {
        return ApplyProgramRequest.newBuilder()
                .setProgram(document)
                .setRequestId(requestId)
                .build();
    }

    ApplyProgramRequest application(String requestId, Instant effectiveAt) {
        return application(requestId).toBuilder()
                .setEffectiveAt(Timestamps.fromMillis(effectiveAt.toEpochMilli()))
                .build();
    }
}
