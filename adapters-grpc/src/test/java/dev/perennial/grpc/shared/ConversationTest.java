package dev.perennial.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import com.google.type.Date;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.ExplainActivityRequest;
import dev.perennial.contract.activity.v1.ListActivitiesRequest;
import dev.perennial.contract.activity.v1.RecordedActivity;
import dev.perennial.contract.activity.v1.SimulateActivityRequest;
import dev.perennial.contract.insight.v1.GetCohortsRequest;
import dev.perennial.contract.insight.v1.GetPeriodMetricsRequest;
import dev.perennial.contract.ledger.v1.Entry;
import dev.perennial.contract.ledger.v1.EntryKind;
import dev.perennial.contract.ledger.v1.GetBalancesRequest;
import dev.perennial.contract.ledger.v1.ListEntriesRequest;
import dev.perennial.contract.ledger.v1.UnitBalance;
import dev.perennial.contract.member.v1.GetMemberRequest;
import dev.perennial.contract.member.v1.ListMembersRequest;
import dev.perennial.contract.member.v1.Member;
import dev.perennial.contract.member.v1.Profile;
import dev.perennial.contract.program.v1.GetProgramRequest;
import dev.perennial.contract.program.v1.ListProgramVersionsRequest;
import dev.perennial.contract.program.v1.PlanProgramRequest;
import io.grpc.Metadata;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a caller gets from each service, by the real use cases over storage in memory. */
class ConversationTest {

    private final Edge edge = Edge.inMemory();
    private final Shop shop = Shop.of(edge, Edge.KEY);

    @BeforeEach
    void open() {
        var _ = shop.opened();
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void aRepetitionGetsTheSameBytesMarkedAsReplayed() {
        replays(shop.activities(), stub -> stub.recordActivity(Samples.record(Samples.purchase())));
        replays(shop.ledger(), stub -> stub.adjustUnits(Samples.adjustment().build()));
        replays(shop.members(), stub -> stub.updateMember(Samples.update().build()));
        replays(
                shop.programs(),
                stub -> stub.applyProgram(
                        Samples.application().setRequestId("again").build()));
    }

    private static <S extends AbstractStub<S>> void replays(S stub, Function<S, Message> call) {
        AtomicReference<Metadata> headers = new AtomicReference<>();
        S observed =
                stub.withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()));
        Message first = call.apply(observed);
        assertThat(headers.get().get(MetadataKeys.REPLAYED)).isNull();
        Message second = call.apply(observed);
        assertThat(headers.get().get(MetadataKeys.REPLAYED)).isEqualTo("true");
        assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
    }

    @Test
    void aPurchaseIsAnsweredWithEverythingThatFollowsAndASimulationWithTheSame() {
        var simulated = shop.activities()
                .simulateActivity(SimulateActivityRequest.newBuilder()
                        .setActivity(Samples.purchase())
                        .setExpectedMemberSeq(1)
                        .setExpectedProgramVersion(1)
                        .build())
                .getConsequences();
        var recorded = shop.activities()
                .recordActivity(Samples.record(Samples.purchase()))
                .getConsequences();

        assertThat(recorded.getEntriesList()).extracting(Entry::getKind).containsExactly(EntryKind.ENTRY_KIND_EARN);
        assertThat(recorded.getBalancesList()).containsExactly(points(10));
        assertThat(recorded.getExplanation(0).getRule()).isEqualTo("welcome");
        assertThat(recorded.getExplanation(0).getCredited()).isEqualTo(10);
        assertThat(recorded.getProgramVersion()).isEqualTo(1);
        assertThat(simulated.toBuilder().setMemberSeq(recorded.getMemberSeq()).build())
                .isEqualTo(recorded);
        assertThat(simulated.getMemberSeq()).isEqualTo(1);
    }

    @Test
    void aRecordedActivityIsExplainedLaterAsItWasAtOnce() {
        var recorded = shop.activities()
                .recordActivity(Samples.record(Samples.purchase()))
                .getConsequences();
        var explained = shop.activities()
                .explainActivity(ExplainActivityRequest.newBuilder()
                        .setMemberId("anna")
                        .setActivityNumber(recorded.getActivityNumber())
                        .build());

        assertThat(explained.getExplanationList()).isEqualTo(recorded.getExplanationList());
        assertThat(explained.getActivity().getActivity())
                .isEqualTo(Samples.purchase().build());
    }

    @Test
    void aStatementTellsWhyABalanceWasCorrectedByHand() {
        var _ = shop.activities().recordActivity(Samples.record(Samples.purchase()));
        var adjusted = shop.ledger().adjustUnits(Samples.adjustment().build());
        assertThat(adjusted.getEntriesList()).extracting(Entry::getReason).containsExactly("");

        var statement = shop.ledger()
                .listEntries(ListEntriesRequest.newBuilder().setMemberId("anna").build());
        assertThat(statement.getEntriesList())
                .extracting(Entry::getReason)
                .containsExactly(Samples.adjustment().getReason(), "");
        assertThat(statement.getEntriesList()).extracting(Entry::getActor).containsExactly("desk-7", "");
    }

    @Test
    void anAdjustmentCanRequireWhatASimulationSaw() {
        var seen = shop.activities()
                .simulateActivity(SimulateActivityRequest.newBuilder()
                        .setActivity(Samples.purchase())
                        .build())
                .getConsequences();
        var request = Samples.adjustment()
                .setExpectedMemberSeq(seen.getMemberSeq())
                .setExpectedProgramVersion(seen.getProgramVersion())
                .build();
        var adjusted = shop.ledger().adjustUnits(request);
        assertThat(adjusted.getMemberSeq()).isGreaterThan(seen.getMemberSeq());
        assertThat(shop.ledger().adjustUnits(request))
                .as("a repetition is answered, although the member has moved by it")
                .isEqualTo(adjusted);
    }

    private static UnitBalance points(long available) {
        return UnitBalance.newBuilder()
                .setUnit("points")
                .setAvailable(available)
                .build();
    }

    @Test
    void aProfileChangesInTheNamedFieldsOnly() {
        Profile profile = Profile.newBuilder()
                .setDisplayName("Anna")
                .setEmail("anna@shop.example")
                .setBirthDate(Date.newBuilder().setYear(2000).setMonth(2).setDay(29))
                .setCountry("DE")
                .setLocale("de-DE")
                .setTimeZone("Europe/Berlin")
                .build();
        Member replied = shop.members()
                .updateMember(Samples.update().setProfile(profile).build())
                .getMember();
        assertThat(replied.hasProfile())
                .as("stored replies quote no personal data")
                .isFalse();
        assertThat(anna().getProfile()).isEqualTo(profile);

        var _ = shop.members()
                .updateMember(Samples.update()
                        .setRequestId("no e-mail")
                        .setEtag(replied.getEtag())
                        .setProfile(Profile.newBuilder().setDisplayName("ignored"))
                        .setUpdateMask(FieldMask.newBuilder().addPaths("email").addPaths("birth_date"))
                        .build());
        assertThat(anna().getProfile())
                .isEqualTo(profile.toBuilder().clearEmail().clearBirthDate().build());
        assertThat(anna().getEtag()).isNotEqualTo(replied.getEtag());
    }

    private Member anna() {
        return shop.members()
                .getMember(GetMemberRequest.newBuilder().setMemberId("anna").build())
                .getMember();
    }

    @Test
    void listsArePagedWithoutGapsOrRepetitions() {
        for (int i = 2; i <= 5; i++) {
            var _ = shop.members()
                    .enrolMember(Samples.enrolment()
                            .setMemberId("m" + i)
                            .setRequestId("e" + i)
                            .build());
            var _ = shop.activities().recordActivity(Samples.record(order("a-" + i, "o-" + i)));
            var _ = shop.programs()
                    .applyProgram(Samples.application().setRequestId("v" + i).build());
        }
        ListMembersRequest.Builder members = ListMembersRequest.newBuilder().setPageSize(2);
        assertThat(pages(token -> {
                    var reply = shop.members()
                            .listMembers(members.setPageToken(token).build());
                    return new Page<>(reply.getMembersList(), reply.getNextPageToken());
                }))
                .extracting(Member::getMemberId)
                .containsExactly("anna", "m2", "m3", "m4", "m5");
        ListEntriesRequest.Builder entries = ListEntriesRequest.newBuilder()
                .setMemberId("anna")
                .setUnit("points")
                .setPageSize(2);
        assertThat(pages(token -> {
                    var reply = shop.ledger()
                            .listEntries(entries.setPageToken(token).build());
                    return new Page<>(reply.getEntriesList(), reply.getNextPageToken());
                }))
                .extracting(Entry::getNumber)
                .containsExactly(4L, 3L, 2L, 1L);
        ListActivitiesRequest.Builder activities =
                ListActivitiesRequest.newBuilder().setMemberId("anna").setPageSize(3);
        assertThat(pages(token -> {
                    var reply = shop.activities()
                            .listActivities(activities.setPageToken(token).build());
                    return new Page<>(reply.getActivitiesList(), reply.getNextPageToken());
                }))
                .extracting(RecordedActivity::getActivity)
                .containsExactly(
                        order("a-5", "o-5").build(),
                        order("a-4", "o-4").build(),
                        order("a-3", "o-3").build(),
                        order("a-2", "o-2").build());
        ListProgramVersionsRequest.Builder versions =
                ListProgramVersionsRequest.newBuilder().setPageSize(4);
        assertThat(pages(token -> {
                    var reply = shop.programs()
                            .listProgramVersions(versions.setPageToken(token).build());
                    return new Page<>(reply.getVersionsList(), reply.getNextPageToken());
                }))
                .hasSize(5)
                .noneMatch(version -> version.hasProgram());
    }

    private static Activity.Builder order(String externalId, String orderId) {
        return Samples.purchase()
                .setExternalId(externalId)
                .setPurchase(Samples.order().setOrderId(orderId));
    }

    private record Page<T>(List<T> elements, String next) {}

    private static <T> List<T> pages(Function<String, Page<T>> read) {
        List<T> all = new ArrayList<>();
        String token = "";
        do {
            Page<T> page = read.apply(token);
            all.addAll(page.elements());
            token = page.next();
        } while (!token.isEmpty());
        return all;
    }

    @Test
    void aPlanShowsEveryProblemAtOnceAndWhatWouldChange() {
        var plan = shop.programs()
                .planProgram(PlanProgramRequest.newBuilder()
                        .setProgram(Samples.program()
                                .setCurrency("XYZ")
                                .setEarningRules(0, Samples.rule().setCondition("activity.amnt > 3"))
                                .addUnits(Samples.program().getUnits(0)))
                        .build());
        assertThat(plan.getProblemsList())
                .extracting(problem -> problem.getField())
                .contains("currency", "earning_rules[0].condition");
        assertThat(plan.getChangesList())
                .extracting(change -> change.getPath())
                .contains("currency", "earning_rules[welcome].condition");
        assertThat(plan.getNewestVersion()).isEqualTo(1);
    }

    @Test
    void aScheduledVersionIsToldAndIsNotTheOneInForce() {
        var _ = shop.programs()
                .applyProgram(Samples.application()
                        .setRequestId("in May")
                        .setEffectiveAt(Times.toProto(Samples.NOW.plus(Duration.ofDays(60))))
                        .build());
        var newest = shop.programs().getProgram(GetProgramRequest.getDefaultInstance());
        assertThat(newest.getVersion().getNumber()).isEqualTo(2);
        assertThat(newest.getVersionInForce()).isEqualTo(1);
        assertThat(shop.programs()
                        .listProgramVersions(ListProgramVersionsRequest.getDefaultInstance())
                        .getVersionInForce())
                .isEqualTo(1);

        var plan = shop.programs()
                .planProgram(PlanProgramRequest.newBuilder()
                        .setProgram(Samples.program())
                        .build());
        assertThat(plan.getWarningsList())
                .extracting(warning -> warning.getDescription())
                .anyMatch(text -> text.startsWith("version 2 is scheduled for 2026-04-30T12:00:00Z"));
    }

    @Test
    void balancesAndInsightAreAsOfNow() {
        var _ = shop.activities().recordActivity(Samples.record(Samples.purchase()));
        var balances = shop.ledger()
                .getBalances(GetBalancesRequest.newBuilder().setMemberId("anna").build());
        assertThat(balances.getBalancesList()).containsExactly(points(10));
        assertThat(balances.getAsOf()).isEqualTo(Samples.now());

        Date march = Date.newBuilder().setYear(2026).setMonth(3).setDay(1).build();
        var cohorts = shop.insight().getCohorts(GetCohortsRequest.getDefaultInstance());
        assertThat(cohorts.getCohorts(0).getMonth()).isEqualTo(march);
        assertThat(cohorts.getCohorts(0).getCountsList()).containsExactly(1L);
        assertThat(cohorts.getIncompleteMonth()).isEqualTo(march);
        var months = shop.insight().getPeriodMetrics(GetPeriodMetricsRequest.getDefaultInstance());
        assertThat(months.getPeriods(0).getNew()).isEqualTo(1);
        assertThat(months.getPeriods(0).getIncomplete()).isTrue();
        assertThat(shop.insight()
                        .getPeriodMetrics(GetPeriodMetricsRequest.newBuilder()
                                .setTo(march.toBuilder().setYear(2999))
                                .build()))
                .isEqualTo(months);
        assertThat(months.getPeriods(0).hasRetention()).isFalse();
        assertThat(cohorts.getTimeZone()).isEqualTo("Europe/Berlin");
        assertThat(months.getTimeZone()).isEqualTo("Europe/Berlin");
    }
}
