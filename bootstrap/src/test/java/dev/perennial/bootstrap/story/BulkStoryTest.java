package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.BulkSending.line;
import static dev.perennial.bootstrap.story.Days.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.bootstrap.command.adjusting.AdjustCommand;
import dev.perennial.bootstrap.story.BulkSending.Told;
import dev.perennial.contract.ledger.v1.ApproveBulkRequest;
import dev.perennial.contract.ledger.v1.BulkAdjustmentServiceGrpc;
import dev.perennial.contract.ledger.v1.BulkAdjustmentServiceGrpc.BulkAdjustmentServiceBlockingStub;
import dev.perennial.contract.ledger.v1.BulkApprovalState;
import dev.perennial.contract.ledger.v1.BulkLine;
import dev.perennial.contract.ledger.v1.ListBulkApprovalsRequest;
import dev.perennial.contract.ledger.v1.ListBulkApprovalsResponse;
import dev.perennial.contract.ledger.v1.ListEntriesRequest;
import dev.perennial.contract.ledger.v1.WithdrawBulkApprovalRequest;
import dev.perennial.persistence.audit.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Corrections of many members at once; more than 1,000 points together need a second pair of eyes. */
class BulkStoryTest {

    private final Shop shop = Platform.newShop()
            .runs(aProgram(aRule("base").perEuro(1)).withApprovalAbove(1_000))
            .enrols("alice")
            .enrols("bob");

    @Test
    void linesAreDoneOnceWhatIsRefusedIsToldAndATrialTellsTheSame() {
        List<BulkLine> lines = List.of(
                line(1, "alice", 300),
                line(2, "nobody", 10),
                line(3, "alice", -100),
                line(5, "bob", -50),
                line(9, "bob", 200));
        BulkSending bulk = new BulkSending(shop, "spring", "kim", lines);

        Told trial = bulk.triedOut();
        assertThat(trial.refused()).containsExactly("2 MEMBER_NOT_FOUND", "5 INSUFFICIENT_UNITS");
        assertThat(trial.report().getDone()).isEqualTo(3);
        assertThat(trial.report().getApprovalNeeded()).isFalse();
        assertThat(shop.points("alice")).isEqualTo(new Points(0, 0, 0));

        Told done = bulk.carriedOut();
        assertThat(done).isEqualTo(trial);
        assertThat(done.report().getSums(0).getGiven()).isEqualTo(500);
        assertThat(done.report().getSums(0).getTaken()).isEqualTo(100);
        assertThat(shop.points("alice")).isEqualTo(new Points(200, 0, 0));
        assertThat(shop.points("bob")).isEqualTo(new Points(200, 0, 0));

        Told again = bulk.carriedOut();
        assertThat(again.report().getKnown()).isEqualTo(3);
        assertThat(again.report().getDone())
                .as("what was refused may be possible by now")
                .isEqualTo(1);
        assertThat(again.refused()).containsExactly("2 MEMBER_NOT_FOUND");
        assertThat(shop.points("alice")).isEqualTo(new Points(200, 0, 0));
        assertThat(shop.points("bob")).isEqualTo(new Points(150, 0, 0));

        Told other = new BulkSending(shop, "spring", "kim", List.of(line(1, "alice", 301))).carriedOut();
        assertThat(other.refused()).containsExactly("1 KEY_REUSED");
        assertThat(Books.audit()).allMatch(Finding::clean);
    }

    @Test
    void moreThanOnePersonMayDoNeedsSomebodyElseForExactlyThisContent() {
        BulkSending bulk = new BulkSending(shop, "gift", "kim", List.of(line(1, "alice", 600), line(2, "bob", 500)));
        assertThat(Reply.refusalOf(bulk::carriedOut)).isEqualTo("FAILED_PRECONDITION APPROVAL_NEEDED");
        assertThat(shop.points("alice")).isEqualTo(new Points(0, 0, 0));
        Told trial = bulk.triedOut();
        assertThat(trial.report().getApprovalNeeded()).isTrue();
        assertThat(trial.report().getDone()).isEqualTo(2);

        approves("gift", trial.report().getContentHash(), "kim");
        assertThat(Reply.refusalOf(bulk::carriedOut))
                .as("whoever asks for it cannot approve it")
                .isEqualTo("FAILED_PRECONDITION APPROVAL_NEEDED");

        BulkSending second = new BulkSending(shop, "gift-2", "kim", bulk.lines());
        approves("gift-2", second.triedOut().report().getContentHash(), "maria");
        BulkSending larger =
                new BulkSending(shop, "gift-2", "kim", List.of(line(1, "alice", 600), line(2, "bob", 501)));
        assertThat(Reply.refusalOf(larger::carriedOut)).isEqualTo("FAILED_PRECONDITION APPROVAL_NEEDED");
        Told done = second.carriedOut();
        assertThat(done.report().getApprover()).isEqualTo("maria");
        assertThat(done.report().getDone()).isEqualTo(2);
        var entry = shop.ledger
                .listEntries(
                        ListEntriesRequest.newBuilder().setMemberId("alice").build())
                .getEntries(0);
        assertThat(List.of(entry.getActor(), entry.getApprover(), entry.getReason()))
                .containsExactly("kim", "maria", "the spring campaign");
        assertThat(Books.audit()).allMatch(Finding::clean);
    }

    @Test
    void anApprovalHoldsForItsTimeOrUntilSomebodyWithdrawsIt() {
        Shop sandbox = Platform.newSandbox()
                .runs(aProgram(aRule("base").perEuro(1)).withApprovalAbove(1_000))
                .enrols("alice");
        var stub = BulkAdjustmentServiceGrpc.newBlockingStub(sandbox.channel);
        BulkSending gift = new BulkSending(sandbox, "gift", "kim", List.of(line(1, "alice", 2_000)));
        String hash = gift.triedOut().report().getContentHash();
        ApproveBulkRequest byMaria = ApproveBulkRequest.newBuilder()
                .setBulkId("gift")
                .setContentHash(hash)
                .setActor("maria")
                .setValidForDays(2)
                .build();
        WithdrawBulkApprovalRequest byOlga = WithdrawBulkApprovalRequest.newBuilder()
                .setBulkId("gift")
                .setContentHash(hash)
                .setActor("olga")
                .setBecause("the wrong list")
                .build();
        assertThat(Reply.refusalOf(() -> stub.withdrawBulkApproval(byOlga)))
                .isEqualTo("NOT_FOUND BULK_APPROVAL_NOT_FOUND");

        assertThat(stub.approveBulk(byMaria)).isEqualTo(stub.approveBulk(byMaria));
        sandbox.advances(day(2));
        assertThat(Reply.refusalOf(gift::carriedOut)).isEqualTo("FAILED_PRECONDITION APPROVAL_NEEDED");

        var again = stub.approveBulk(byMaria);
        assertThat(again.getExpiresAt().getSeconds() - again.getApprovedAt().getSeconds())
                .isEqualTo(2 * 86_400);
        assertThat(stub.withdrawBulkApproval(byOlga)).isEqualTo(stub.withdrawBulkApproval(byOlga));
        assertThat(Reply.refusalOf(gift::carriedOut)).isEqualTo("FAILED_PRECONDITION APPROVAL_NEEDED");
        stub.approveBulk(byMaria);
        assertThat(gift.carriedOut().report().getDone()).isEqualTo(1);

        assertThat(listed(stub, BulkApprovalState.BULK_APPROVAL_STATE_UNSPECIFIED))
                .containsExactly("gift maria VALID ", "gift maria WITHDRAWN olga", "gift maria LAPSED ");
        assertThat(listed(stub, BulkApprovalState.BULK_APPROVAL_STATE_VALID)).containsExactly("gift maria VALID ");
        assertThat(listed(
                        BulkAdjustmentServiceGrpc.newBlockingStub(shop.channel),
                        BulkApprovalState.BULK_APPROVAL_STATE_UNSPECIFIED))
                .as("of another tenant")
                .isEmpty();
        assertThat(Books.audit()).allMatch(Finding::clean);
    }

    /** Page by page. */
    private static List<String> listed(BulkAdjustmentServiceBlockingStub stub, BulkApprovalState state) {
        List<String> found = new ArrayList<>();
        String token = "";
        do {
            ListBulkApprovalsResponse page = stub.listBulkApprovals(ListBulkApprovalsRequest.newBuilder()
                    .setState(state)
                    .setPageSize(2)
                    .setPageToken(token)
                    .build());
            page.getApprovalsList()
                    .forEach(each -> found.add(each.getBulkId() + " " + each.getApprover() + " "
                            + each.getState().name().replace("BULK_APPROVAL_STATE_", "") + " " + each.getWithdrawer()));
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return found;
    }

    @Test
    void aTrialOfABulkThatWasCutOffTellsWhatIsDone() {
        BulkSending half = new BulkSending(shop, "cut", "kim", List.of(line(1, "alice", 300)));
        half.carriedOut();
        Told trial = new BulkSending(shop, "cut", "kim", List.of(line(1, "alice", 300), line(2, "bob", 40))).triedOut();
        assertThat(trial.report().getKnown()).isEqualTo(1);
        assertThat(trial.report().getDone()).isEqualTo(1);
    }

    @Test
    void aSumThatNobodyCouldTellIsRefused() {
        List<BulkLine> lines = IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> line(i, "alice", 1_000_000_000_000_000L))
                .toList();
        BulkSending much = new BulkSending(shop, "much", "kim", lines);
        assertThat(Reply.refusalOf(much::triedOut)).isEqualTo("INVALID_ARGUMENT INVALID_REQUEST");
        assertThat(Reply.refusalOf(much::carriedOut)).isEqualTo("INVALID_ARGUMENT INVALID_REQUEST");
    }

    @Test
    void whatSomebodyDidAloneCountsForEachMember() {
        shop.ledger.adjustUnits(
                shop.adjustment("alice", 700, "a1").toBuilder().setActor("kim").build());
        BulkSending bulk = new BulkSending(
                shop, "more", "kim", List.of(line(1, "alice", 200), line(2, "alice", 101), line(3, "bob", 600)));
        Told trial = bulk.triedOut();
        assertThat(trial.refused()).containsExactly("2 APPROVAL_NEEDED");
        assertThat(bulk.carriedOut()).isEqualTo(trial);
    }

    @Test
    void aThousandLinesComeToTheSameHoweverOftenTheyAreSent() {
        List<BulkLine> lines = IntStream.rangeClosed(1, 1_001)
                .mapToObj(i -> line(i, i % 2 == 0 ? "alice" : "bob", i % 3 == 0 ? -1 : 1))
                .toList();
        BulkSending bulk = new BulkSending(shop, "many", "kim", lines);
        approves("many", bulk.triedOut().report().getContentHash(), "maria");
        Told first = bulk.carriedOut();
        assertThat(first.report().getDone() + first.report().getRefused()).isEqualTo(1_001);
        Told second = bulk.carriedOut();
        assertThat(second.report().getKnown()).isEqualTo(first.report().getDone());
    }

    @Test
    void aFileIsTriedApprovedAndDoneByTheCommand(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sorry.csv");
        Files.writeString(file, "member_id,unit,amount\nalice,points,900\nbob,points,-5\nbob,points,200\n");
        Path key = Files.writeString(folder.resolve("key"), shop.key);

        assertThat(command(file, key, "--dry-run"))
                .startsWith("2 lines     2 would be done, 0 done before, 1 refused")
                .contains("points    1,100 given, 0 taken", "approval  needed of somebody else than kim")
                .contains("line 3, member bob: INSUFFICIENT_UNITS");
        assertThat(command(file, key)).startsWith("1 ").contains("not corrected by one person alone");
        assertThat(command(file, key, "--approve-as=kim")).startsWith("1 ");
        assertThat(command(file, key, "--approve-as=maria")).contains("approved  by maria");
        assertThat(command(file, key, "--withdraw-as=olga")).contains("withdrawn 1 approvals, by olga");
        assertThat(command(file, key)).startsWith("1 ").contains("not corrected by one person alone");
        assertThat(command(file, key, "--approve-as=maria")).contains("approved  by maria");
        assertThat(command(file, key)).startsWith("2 lines     2 done, 0 done before, 1 refused");
        assertThat(command(file, key)).startsWith("0 lines     1 done, 2 done before, 0 refused");
        assertThat(shop.points("bob")).isEqualTo(new Points(195, 0, 0));

        Files.writeString(file, "member,unit,amount\n");
        assertThat(command(file, key)).contains("a column \"member\" that nobody knows");
        Files.writeString(file, "member_id,unit,amount\nalice,points,1.5\n");
        assertThat(command(file, key)).contains("line 2: amount is not a whole number");
        Files.writeString(file, "\uFEFFamount,member_id,unit\n\n7,bob,points\n\"never closed");
        assertThat(command(file, key)).as("a quote without an end").startsWith("1 ");
        Files.writeString(file, "\uFEFFamount,member_id,unit\n\n\n\n+7,bob,points\n");
        assertThat(command(file, key, "--dry-run"))
                .as("as a spreadsheet writes it")
                .contains("points    7 given, 0 taken");
    }

    private static String command(Path file, Path key, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(
                "--file=" + file,
                "--bulk=sorry",
                "--actor=kim",
                "--reason=the outage",
                "--key-file=" + key,
                "--server=127.0.0.1:" + Platform.SERVER.port()));
        arguments.addAll(List.of(more));
        int status = new CommandLine(new AdjustCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        return status + " " + out + err;
    }

    @Test
    void aBulkIsToldInOrder() {
        assertThat(Reply.refusalOf(() -> new BulkSending(shop, "b", "kim", List.of()).carriedOut()))
                .isEqualTo("INVALID_ARGUMENT INVALID_REQUEST");
        assertThat(Reply.refusalOf(() -> new BulkSending(
                                shop, "b", "kim", List.of(line(1, "alice", 1), line(1, "bob", 1)))
                        .carriedOut()))
                .isEqualTo("INVALID_ARGUMENT INVALID_REQUEST");
        assertThat(Reply.refusalOf(() -> new BulkSending(shop, "b", "", List.of(line(1, "alice", 1))).carriedOut()))
                .isEqualTo("INVALID_ARGUMENT INVALID_REQUEST");
        assertThat(Reply.refusalOf(() -> new BulkSending(shop, "b", "kim", List.of(line(1, "alice", 0))).carriedOut()))
                .isEqualTo("INVALID_ARGUMENT INVALID_REQUEST");
        assertThat(Reply.refusalOf(() -> approves("b", "not a hash", "maria")))
                .isEqualTo("INVALID_ARGUMENT INVALID_REQUEST");
    }

    private String approves(String bulk, String hash, String actor) {
        return BulkAdjustmentServiceGrpc.newBlockingStub(shop.channel)
                .approveBulk(ApproveBulkRequest.newBuilder()
                        .setBulkId(bulk)
                        .setContentHash(hash)
                        .setActor(actor)
                        .build())
                .getApprover();
    }
}
