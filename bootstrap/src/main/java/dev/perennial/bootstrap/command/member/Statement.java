package dev.perennial.bootstrap.command.member;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.contract.activity.v1.Grant;
import dev.perennial.contract.activity.v1.RecordedActivity;
import dev.perennial.contract.ledger.v1.Entry;
import dev.perennial.contract.ledger.v1.GetBalancesRequest;
import dev.perennial.contract.ledger.v1.ListEntriesRequest;
import dev.perennial.contract.ledger.v1.UnitBalance;
import dev.perennial.contract.loyalty.v1.GetProgressRequest;
import dev.perennial.contract.loyalty.v1.GetStandingRequest;
import dev.perennial.contract.loyalty.v1.Progress;
import dev.perennial.contract.loyalty.v1.Standing;
import dev.perennial.contract.member.v1.GetMemberRequest;
import dev.perennial.contract.member.v1.Member;
import dev.perennial.contract.member.v1.Profile;
import dev.perennial.contract.program.v1.Program;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A member's statement: who it is, what is owned, what moved last and what the member did last. */
public final class Statement {

    private final ApiClient api;
    private final Terminal terminal;
    private final int rows;

    /** Shows at most so many entries and so many facts. */
    public Statement(ApiClient api, Terminal terminal, int rows) {
        this.api = api;
        this.terminal = terminal;
        this.rows = rows;
    }

    public void print(String memberId) {
        Member member = api.members()
                .getMember(GetMemberRequest.newBuilder().setMemberId(memberId).build())
                .getMember();
        Program program = api.program().orElse(Program.getDefaultInstance());
        Words words = new Words(program);
        terminal.say(
                terminal.bold("Member " + member.getMemberId()) + ", since " + words.moment(member.getEnrolledAt()));
        String profile = profile(member.getProfile());
        if (!profile.isEmpty()) {
            terminal.say(profile);
        }
        balances(memberId, words);
        sectionOf("Standing", new StandingText(program, words).lines(standing(memberId)));
        sectionOf("Cards, challenges and badges", new ProgressText(words).lines(progress(memberId)));
        List<Entry> entries = entries(memberId);
        LatestActivities activities = LatestActivities.of(api, memberId, rows, oldestActivity(entries));
        section(
                "Last entries, by when they count from (" + words.zone() + ")",
                entries.stream().map(entry -> entry(entry, activities, words)));
        section(
                "Last activities, by when they happened (" + words.zone() + ")",
                activities.newest(rows).map(activity -> activity(activity, activities, words)));
    }

    private void balances(String memberId, Words words) {
        GetBalancesRequest request =
                GetBalancesRequest.newBuilder().setMemberId(memberId).build();
        section(
                "Balances",
                api.ledger().getBalances(request).getBalancesList().stream().map(balance -> balance(balance, words)));
    }

    private Standing standing(String memberId) {
        GetStandingRequest request =
                GetStandingRequest.newBuilder().setMemberId(memberId).build();
        return api.standing().getStanding(request).getStanding();
    }

    private Progress progress(String memberId) {
        GetProgressRequest request =
                GetProgressRequest.newBuilder().setMemberId(memberId).build();
        return api.loyalty().getProgress(request).getProgress();
    }

    private String balance(UnitBalance balance, Words words) {
        String rest = Stream.of(
                        part(balance.getPending(), "pending", balance, words),
                        part(balance.getHeld(), "held", balance, words),
                        part(balance.getDebt(), "owed", balance, words))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return "  " + terminal.green(words.units(balance.getAvailable(), balance.getUnit()) + " available")
                + (rest.isEmpty() ? "" : ", " + rest);
    }

    private static String part(long amount, String what, UnitBalance balance, Words words) {
        return amount == 0 ? "" : words.number(amount, balance.getUnit()) + " " + what;
    }

    private List<Entry> entries(String memberId) {
        ListEntriesRequest request = ListEntriesRequest.newBuilder()
                .setMemberId(memberId)
                .setPageSize(rows)
                .build();
        return api.ledger().listEntries(request).getEntriesList();
    }

    private static long oldestActivity(List<Entry> entries) {
        return entries.stream().flatMapToLong(EntryText::activities).min().orElse(0);
    }

    /** An entry counts from its recording; what a member remembers is when the activity behind it happened. */
    private String entry(Entry entry, LatestActivities activities, Words words) {
        int sign = EntryText.sign(entry);
        String shown = String.format(Locale.ROOT, "%16s", words.moved(sign, entry.getAmount(), entry.getUnit()));
        return String.format(
                Locale.ROOT,
                "  %5d  %s %s  %-13s %s %s",
                entry.getNumber(),
                words.moment(entry.getEffectiveAt()),
                sign > 0 ? terminal.green(shown) : sign < 0 ? terminal.red(shown) : shown,
                EntryText.kind(entry),
                EntryText.cause(entry, number -> activities.occurredAt(number).map(words::moment)),
                terminal.dim("(" + EntryText.way(entry) + ")"));
    }

    /** Nothing at all where a program has no such thing. */
    private void sectionOf(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            section(title, lines.stream());
        }
    }

    private void section(String title, Stream<String> lines) {
        List<String> shown = lines.toList();
        terminal.say("");
        terminal.say(terminal.bold(title));
        shown.forEach(terminal::say);
        if (shown.isEmpty()) {
            terminal.say("  none yet");
        }
    }

    private String activity(RecordedActivity recorded, LatestActivities activities, Words words) {
        String grants = recorded.getGrantsList().stream()
                .filter(grant -> grant.getCredited() != 0)
                .map(grant -> grant(grant, words))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "  %5d  %s  %s%s%s",
                recorded.getActivityNumber(),
                words.moment(recorded.getActivity().getOccurredAt()),
                ActivityText.text(recorded.getActivity(), currency(recorded, activities, words)),
                recorded.getActivity().getHistorical() ? " (history)" : "",
                grants.isEmpty() ? "" : terminal.dim("  → " + grants));
    }

    /** Of a refund: its order's, or what is most likely. */
    private static String currency(RecordedActivity recorded, LatestActivities activities, Words words) {
        return activities
                .currencyOf(recorded.getActivity().getRefund().getOrderId())
                .orElse(words.currency());
    }

    private static String grant(Grant grant, Words words) {
        return words.units(grant.getCredited(), grant.getUnit()) + " by " + grant.getRule();
    }

    private static String profile(Profile profile) {
        return Stream.of(
                        profile.getDisplayName(),
                        profile.getEmail(),
                        profile.hasBirthDate() ? "born " + Words.date(profile.getBirthDate()) : "",
                        profile.getGender(),
                        profile.getCountry(),
                        profile.getLocale(),
                        profile.getTimeZone(),
                        profile.getAcquisitionSource().isEmpty() ? "" : "came by " + profile.getAcquisitionSource())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
