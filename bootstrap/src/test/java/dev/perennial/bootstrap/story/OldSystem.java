package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.Days.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The files of a system that a shop leaves: so many members, each with a card, an opening balance in two lots, every
 * tenth with gold until day 50 and every twentieth with a voucher; and some rows that cannot be true.
 */
final class OldSystem {

    private final Path folder;
    private final List<String> members = new ArrayList<>(
            List.of(
                    "member_id,enrolled_at,display_name,email,birth_date,country,card,phone,level,level_until,consent_email,consent_at,consent_source"));
    private final List<String> lots = new ArrayList<>(List.of("member_id,unit,amount,available_at,expires_at"));
    private final List<String> vouchers = new ArrayList<>(List.of("member_id,code,reward,valid_until"));

    OldSystem(Path folder) {
        this.folder = folder;
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "m%05d", number);
    }

    /** In points, which run out on day 100. */
    static long points(int number) {
        return number % 500 + 1L;
    }

    /** In stamps, which never run out. */
    static long stamps(int number) {
        return number % 7 + 1L;
    }

    static boolean isGold(int number) {
        return number % 10 == 0;
    }

    static boolean hasVoucher(int number) {
        return number % 20 == 0;
    }

    OldSystem with(int count) {
        for (int number = 1; number <= count; number++) {
            String level = isGold(number) ? "gold," + day(50) : ",";
            member(
                    id(number),
                    "2019-03-01",
                    "Müller " + number + ",m" + number + "@shop.example,1990-06-15,DE,CARD" + number + ",+49301234"
                            + (1000 + number) + "," + level + "," + (number % 3 == 0 ? "no" : "yes")
                            + ",2021-05-25,web form");
            lot(id(number), "points", Long.toString(points(number)), day(-60).toString(), day(100).toString());
            lot(id(number), "stamps", Long.toString(stamps(number)), day(-10).toString(), "");
            if (hasVoucher(number)) {
                voucher(id(number), "OLD-" + number, "coffee", day(30).toString());
            }
        }
        return this;
    }

    void member(String id, String enrolledAt, String rest) {
        members.add(id + "," + enrolledAt + "," + rest);
    }

    /** Of whom no more is known than since when. */
    void stranger(String id) {
        member(id, "2020-01-01", ",,,,,,,,,,");
    }

    void lot(String... fields) {
        lots.add(String.join(",", fields));
    }

    void voucher(String... fields) {
        vouchers.add(String.join(",", fields));
    }

    /** @return the options that name the files */
    List<String> written() throws IOException {
        return List.of(
                "--file=" + Files.write(folder.resolve("members.csv"), members),
                "--lots=" + Files.write(folder.resolve("lots.csv"), lots),
                "--vouchers=" + Files.write(folder.resolve("vouchers.csv"), vouchers));
    }
}
