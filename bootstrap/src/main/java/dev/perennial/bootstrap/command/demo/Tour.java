package dev.perennial.bootstrap.command.demo;

import com.google.common.collect.Lists;
import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.Progress;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.bootstrap.command.member.Explanation;
import dev.perennial.bootstrap.command.member.Statement;
import dev.perennial.bootstrap.command.program.ProgramApplication;
import dev.perennial.bootstrap.command.report.CohortTable;
import dev.perennial.bootstrap.command.report.MonthlyTable;
import dev.perennial.bootstrap.command.sending.ActivityStream;
import dev.perennial.bootstrap.command.sending.Enrolments;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.insight.v1.GetCohortsRequest;
import dev.perennial.contract.insight.v1.GetPeriodMetricsRequest;
import dev.perennial.contract.member.v1.ListMembersRequest;
import dev.perennial.contract.member.v1.Profile;
import dev.perennial.contract.program.v1.Program;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the demo shows, step by step, as an ordinary client of the server. */
final class Tour {

    private static final int PORTION = 500;
    private static final int STATEMENT_ROWS = 8;

    private final ApiClient api;
    private final Terminal terminal;

    Tour(ApiClient api, Terminal terminal) {
        this.api = api;
        this.terminal = terminal;
    }

    void show(Instant now) throws InterruptedException {
        Program program = SampleProgram.read();
        Optional<Highlight.Told> told = Optional.empty();
        if (isEmpty()) {
            int version = new ProgramApplication(api).applyOwn(program, "demo").getNumber();
            terminal.say("applied the program examples/programs/coffee-shop.json as version " + version);
            told = play(ShopHistory.until(now, ZoneId.of(program.getTimeZone())));
        } else {
            terminal.say("this folder holds a shop already: showing it as it is");
        }
        heading("Who came back");
        new CohortTable(terminal).print(api.insight().getCohorts(GetCohortsRequest.getDefaultInstance()));
        heading("Month by month");
        new MonthlyTable(terminal).print(api.insight().getPeriodMetrics(GetPeriodMetricsRequest.getDefaultInstance()));
        heading("One of them");
        new Statement(api, terminal, STATEMENT_ROWS)
                .print(told.map(best -> best.activity().getMemberId()).orElseGet(this::anybody));
        told.ifPresent(best -> {
            terminal.say("");
            new Explanation(api, terminal)
                    .print(best.activity().getMemberId(), best.consequences().getActivityNumber());
        });
    }

    private Optional<Highlight.Told> play(ShopHistory history) throws InterruptedException {
        Progress progress = new Progress(terminal, "facts", history.activities().size());
        Highlight highlight = new Highlight(progress);
        try {
            send(history, new Enrolments(api), new ActivityStream(api, highlight));
        } finally {
            progress.clear();
        }
        double seconds = progress.elapsed().toMillis() / 1e3;
        terminal.say(String.format(
                Locale.ROOT,
                "played %d months: %,d members, %,d activities in %.1f s (%,.0f a second, each decided and committed)",
                ShopHistory.MONTHS,
                history.members().size(),
                history.activities().size(),
                seconds,
                history.activities().size() / seconds));
        return highlight.best();
    }

    /** Customers are enrolled when they first come, while what others do is still under way. */
    private static void send(ShopHistory history, Enrolments enrolments, ActivityStream stream)
            throws InterruptedException {
        for (List<Activity> portion : Lists.partition(history.activities(), PORTION)) {
            Map<String, Profile> coming = new HashMap<>(history.members());
            coming.keySet()
                    .retainAll(portion.stream().map(Activity::getMemberId).collect(Collectors.toSet()));
            enrolments.ensure(coming);
            for (Activity activity : portion) {
                stream.send(activity);
            }
        }
        stream.finish();
    }

    private boolean isEmpty() {
        return api.members()
                        .listMembers(
                                ListMembersRequest.newBuilder().setPageSize(1).build())
                        .getMembersCount()
                == 0;
    }

    private String anybody() {
        return api.members()
                .listMembers(ListMembersRequest.newBuilder().setPageSize(1).build())
                .getMembers(0)
                .getMemberId();
    }

    private void heading(String title) {
        terminal.say("");
        terminal.say(terminal.styled("1;36", "── " + title + " " + "─".repeat(Math.max(60 - title.length(), 0))));
    }
}
