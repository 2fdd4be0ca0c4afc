package dev.perennial.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.FieldRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Message;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.RecordActivityRequest;
import dev.perennial.contract.insight.v1.GetCohortsRequest;
import dev.perennial.contract.ledger.v1.AdjustUnitsRequest;
import dev.perennial.contract.ledger.v1.ApproveBulkRequest;
import dev.perennial.contract.member.v1.EnrolMemberRequest;
import dev.perennial.contract.member.v1.Member;
import dev.perennial.contract.program.v1.PlanProgramRequest;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.domain.shared.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A malformed field is told once, in words. */
class ViolationsTest {

    private final Validation validation = Edge.validation();

    @Test
    void whatIsAllowedIsSaidInWords() {
        assertThat(problems(Samples.adjustment().setMemberId("käthe").build()))
                .containsExactly(new Problem("member_id", "must be printable ASCII"));
        assertThat(problems(Samples.adjustment().setReason("a\0").build()))
                .containsExactly(new Problem("reason", "must not contain control characters"));
        assertThat(problems(Samples.adjustment().setAmount(0).build()))
                .containsExactly(new Problem("amount", "must not be 0"));
        assertThat(problems(Samples.record(Samples.purchase()
                        .setStore("a\0")
                        .setPurchase(Samples.order().setCurrency("eur")))))
                .containsExactlyInAnyOrder(
                        new Problem("activity.store", "must not contain control characters"),
                        new Problem("activity.purchase.currency", "must be upper-case letters"));
    }

    @Test
    void oneFaultIsOneViolation() {
        assertThat(problems(Samples.adjustment().setUnit("").build()))
                .extracting(Problem::field)
                .containsExactly("unit");
        for (String currency : List.of("", "EU", "euro", "XAU", "ABC")) {
            assertThat(problems(Samples.record(
                            Samples.purchase().setPurchase(Samples.order().setCurrency(currency)))))
                    .as(currency)
                    .extracting(Problem::field)
                    .containsExactly("activity.purchase.currency");
        }
    }

    @Test
    void everyPatternOfTheContractHasWords() {
        List<String> patterns = Stream.of(
                        Activity.getDescriptor().getFile(),
                        RecordActivityRequest.getDescriptor().getFile(),
                        GetCohortsRequest.getDescriptor().getFile(),
                        AdjustUnitsRequest.getDescriptor().getFile(),
                        ApproveBulkRequest.getDescriptor().getFile(),
                        Member.getDescriptor().getFile(),
                        EnrolMemberRequest.getDescriptor().getFile(),
                        Program.getDescriptor().getFile(),
                        PlanProgramRequest.getDescriptor().getFile())
                .map(FileDescriptor::getMessageTypes)
                .flatMap(List::stream)
                .flatMap(ViolationsTest::patterns)
                .filter(pattern -> !pattern.isEmpty())
                .distinct()
                .toList();
        assertThat(patterns)
                .hasSizeGreaterThan(5)
                .allSatisfy(pattern -> assertThat(RuleWords.pattern(pattern)).startsWith("must "));
    }

    private static Stream<String> patterns(Descriptor message) {
        return message.getFields().stream()
                .map(field -> field.getOptions().getExtension(ValidateProto.field))
                .flatMap(rules -> Stream.of(
                        rules, rules.getMap().getKeys(), rules.getMap().getValues()))
                .map(FieldRules::getString)
                .map(string -> string.getPattern());
    }

    private List<Problem> problems(Message request) {
        return validation.problems(request);
    }
}
