package dev.perennial.bootstrap.command.adjusting;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.ClientOptions;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.command.client.Progress;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.contract.ledger.v1.ApproveBulkRequest;
import dev.perennial.contract.ledger.v1.BulkHeader;
import dev.perennial.contract.ledger.v1.BulkLine;
import dev.perennial.contract.ledger.v1.BulkReport;
import dev.perennial.contract.ledger.v1.WithdrawBulkApprovalRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Corrects by hand what many members have. */
@Command(
        name = "adjust",
        mixinStandardHelpOptions = true,
        description = {
            "Gives units to many members, or takes them, by the lines of a CSV file: member_id,unit,amount.",
            "An amount is in the unit's smallest step and negative when units are taken. A line that is refused is"
                    + " reported with its number in the file, the others are done."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:Everything is done.", "1:Failure; nothing is done.", "2:Some lines were refused."},
        footer = {
            "",
            "It can be stopped and run again at any time: what is done already under this bulk is not done again.",
            "When the program wants somebody else to approve it, they run the same command with --approve-as. That",
            "holds for 7 days, or until somebody runs it with --withdraw-as.",
            "",
            "Example:",
            "  perennial adjust --file sorry.csv --bulk outage-may --actor kim --reason 'the outage in May' --dry-run"
        })
public final class AdjustCommand implements Callable<Integer> {

    private static final int SOME_REFUSED = 2;

    @Mixin
    ClientOptions client = new ClientOptions();

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "The file.")
    Path file = Path.of("adjustments.csv");

    @Option(names = "--bulk", required = true, paramLabel = "ID", description = "Its id, unique for ever.")
    String bulk = "";

    @Option(names = "--actor", required = true, paramLabel = "NAME", description = "Who asks for it.")
    String actor = "";

    @Option(names = "--reason", required = true, paramLabel = "WORDS", description = "Why; statements show it.")
    String reason = "";

    @Option(names = "--dry-run", description = "Only tells what it would come to; approves nothing either.")
    boolean dryRun;

    @Option(
            names = "--approve-as",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Approves exactly this content instead of doing it; somebody else than the actor.")
    String approver = "";

    @Option(
            names = "--withdraw-as",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Withdraws every approval of exactly this content instead of doing it.")
    String withdrawer = "";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        if (approver.strip().equalsIgnoreCase(actor.strip())) {
            throw new CommandFailure("whoever asks for a bulk cannot approve it");
        }
        if (!approver.isEmpty() && !withdrawer.isEmpty()) {
            throw new CommandFailure("a bulk is approved or its approvals are withdrawn, not both");
        }
        List<BulkLine> lines = AdjustmentCsv.read(file);
        try (ApiClient api = client.connect()) {
            BulkReport report = sent(api, terminal, lines);
            terminal.say(text(report));
            if (!dryRun) {
                decide(api, terminal, report.getContentHash());
            }
            return report.getRefused() == 0 ? 0 : SOME_REFUSED;
        }
    }

    private void decide(ApiClient api, Terminal terminal, String contentHash) {
        if (!approver.isEmpty()) {
            String first = api.bulks()
                    .approveBulk(ApproveBulkRequest.newBuilder()
                            .setBulkId(bulk)
                            .setContentHash(contentHash)
                            .setActor(approver)
                            .build())
                    .getApprover();
            terminal.say("approved  by " + first + ", for 7 days");
        }
        if (!withdrawer.isEmpty()) {
            int approvals = api.bulks()
                    .withdrawBulkApproval(WithdrawBulkApprovalRequest.newBuilder()
                            .setBulkId(bulk)
                            .setContentHash(contentHash)
                            .setActor(withdrawer)
                            .build())
                    .getApprovalsCount();
            terminal.say("withdrawn " + approvals + " approvals, by " + withdrawer);
        }
    }

    /** Whether nothing is to be done, but told what it would come to. */
    private boolean onlyTells() {
        return dryRun || !approver.isEmpty() || !withdrawer.isEmpty();
    }

    private BulkReport sent(ApiClient api, Terminal terminal, List<BulkLine> lines) throws InterruptedException {
        Progress progress = new Progress(terminal, "lines", lines.size());
        try {
            BulkHeader header = BulkHeader.newBuilder()
                    .setBulkId(bulk)
                    .setActor(actor)
                    .setReason(reason)
                    .setDryRun(onlyTells())
                    .build();
            return new BulkCall(api, progress).send(header, lines);
        } finally {
            progress.clear();
        }
    }

    /** One fact a line, so that scripts can read it as well. */
    private String text(BulkReport report) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "lines     %,d %s, %,d done before, %,d refused",
                report.getDone(),
                onlyTells() ? "would be done" : "done",
                report.getKnown(),
                report.getRefused()));
        report.getSumsList()
                .forEach(sum -> text.append(String.format(
                        Locale.ROOT, "%n%-9s %,d given, %,d taken", sum.getUnit(), sum.getGiven(), sum.getTaken())));
        text.append(String.format("%ncontent   %s", report.getContentHash()));
        if (report.getApprovalNeeded()) {
            text.append(String.format("%napproval  needed of somebody else than %s", actor));
        }
        return text.toString();
    }
}
