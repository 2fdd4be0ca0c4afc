package dev.perennial.grpc.program;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.program.v1.Access;
import dev.perennial.contract.program.v1.ApplyProgramRequest;
import dev.perennial.contract.program.v1.PlanProgramRequest;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.ProgramServiceGrpc;
import dev.perennial.contract.program.v1.ProgramServiceGrpc.ProgramServiceBlockingStub;
import dev.perennial.contract.program.v1.Reward;
import dev.perennial.contract.program.v1.RewardLimit;
import dev.perennial.contract.program.v1.Voucher;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Samples;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Programs whose rewards cannot be read; storage fails in these tests, so what is refused has not touched it. */
class BadRewardsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final ProgramServiceBlockingStub STUB = EDGE.as(Edge.KEY, ProgramServiceGrpc::newBlockingStub);
    private static final Timestamp NO_MOMENT =
            Timestamp.newBuilder().setNanos(-1).build();
    private static final Timestamp NO_SECOND =
            Timestamp.newBuilder().setSeconds(Long.MIN_VALUE).build();

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> texts() {
        return BadInput.allRefused(Stream.of(
                        program(
                                "501 rewards",
                                "rewards",
                                program -> program.addAllRewards(Collections.nCopies(501, reward().build()))),
                        reward("a long id", "id", reward -> reward.setId("x".repeat(129))),
                        reward("an id", "id", reward -> reward.setId("a\0")),
                        reward(
                                "a long name",
                                "name.text",
                                reward -> reward.getNameBuilder().setText("x".repeat(2_001))),
                        reward(
                                "a name",
                                "name.text",
                                reward -> reward.getNameBuilder().setText("a\0")),
                        reward(
                                "a description",
                                "description.text",
                                reward -> reward.getDescriptionBuilder().setText("two\nlines\u0007")),
                        reward(
                                "a translation",
                                "name.translations[\"de\"]",
                                reward -> reward.getNameBuilder().putTranslations("de", "a\0")),
                        reward(
                                "a long translation",
                                "name.translations[\"de\"]",
                                reward -> reward.getNameBuilder().putTranslations("de", "x".repeat(2_001))),
                        reward(
                                "a long language",
                                "name.translations[\"" + "x".repeat(65) + "\"]",
                                reward -> reward.getNameBuilder().putTranslations("x".repeat(65), "text")),
                        reward(
                                "51 translations",
                                "name.translations",
                                reward -> IntStream.range(0, 51)
                                        .forEach(i -> reward.getNameBuilder().putTranslations("de-x-" + i, "text"))),
                        reward("a picture", "picture_url", reward -> reward.setPictureUrl("x".repeat(2_001))))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> contents() {
        return BadInput.allRefused(Stream.of(
                        reward("no content", "content", Reward.Builder::clearContent),
                        reward(
                                "an empty voucher",
                                "voucher.worth",
                                reward -> reward.setVoucher(Voucher.getDefaultInstance())),
                        reward(
                                "a sku",
                                "voucher.free_product.sku",
                                reward -> reward.getVoucherBuilder()
                                        .getFreeProductBuilder()
                                        .setSku("x".repeat(129))),
                        reward(
                                "a format",
                                "voucher.generated.format",
                                reward -> reward.getVoucherBuilder()
                                        .getGeneratedBuilder()
                                        .setFormat("##########\0")),
                        reward(
                                "a list",
                                "voucher.imported.list",
                                reward -> reward.getVoucherBuilder()
                                        .getImportedBuilder()
                                        .setList("x".repeat(129))),
                        reward(
                                "a unit",
                                "units.unit",
                                reward -> reward.getUnitsBuilder().setUnit("a\0")))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> terms() {
        return BadInput.allRefused(Stream.of(
                        reward(
                                "a price",
                                "price.unit",
                                reward -> reward.getPriceBuilder().setUnit("a\0")),
                        reward("a beginning", "available_from", reward -> reward.setAvailableFrom(NO_MOMENT)),
                        reward("an end", "available_until", reward -> reward.setAvailableUntil(NO_SECOND)),
                        reward(
                                "a level",
                                "tiers[1]",
                                reward -> reward.addTiers("gold").addTiers("a\0")),
                        reward("101 levels", "tiers", reward -> reward.addAllTiers(Collections.nCopies(101, "gold"))),
                        reward("a long condition", "condition", reward -> reward.setCondition("x".repeat(4_097))),
                        reward("a condition", "condition", reward -> reward.setCondition("true\0")),
                        reward(
                                "no period",
                                "limits[0].period",
                                reward -> reward.addLimitsBuilder().setTimes(1)),
                        reward(
                                "an unknown period",
                                "limits[0].period",
                                reward -> reward.addLimitsBuilder().setPeriodValue(77)),
                        reward(
                                "11 limits",
                                "limits",
                                reward ->
                                        reward.addAllLimits(Collections.nCopies(11, RewardLimit.getDefaultInstance()))),
                        reward("a budget", "budget", reward -> reward.setBudget("x".repeat(129))))
                .flatMap(cases -> cases));
    }

    private static Reward.Builder reward() {
        return Reward.newBuilder().setId("mug").setVoucher(Voucher.newBuilder().setAccess(Access.getDefaultInstance()));
    }

    private static Stream<BadInput> reward(String name, String field, Consumer<Reward.Builder> spoil) {
        return program(name, "rewards[0]." + field, program -> {
            Reward.Builder reward = reward();
            spoil.accept(reward);
            program.addRewards(reward);
        });
    }

    /** Planned and applied alike. */
    private static Stream<BadInput> program(String name, String field, Consumer<Program.Builder> spoil) {
        Program.Builder program = Samples.program();
        spoil.accept(program);
        PlanProgramRequest plan =
                PlanProgramRequest.newBuilder().setProgram(program).build();
        ApplyProgramRequest application =
                Samples.application().setProgram(program).build();
        String path = "program." + field;
        return Stream.of(
                new BadInput("ApplyProgram: " + name, path, () -> STUB.applyProgram(application)),
                new BadInput("PlanProgram: " + name, path, () -> STUB.planProgram(plan)));
    }
}
