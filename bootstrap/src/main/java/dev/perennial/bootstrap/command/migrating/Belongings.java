package dev.perennial.bootstrap.command.migrating;

import dev.perennial.bootstrap.command.csv.CsvTable;
import dev.perennial.bootstrap.command.csv.Fault;
import dev.perennial.bootstrap.command.csv.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a file says about members whom another file lists: held in memory, because it may come in any order.
 *
 * @param <T> what each row is
 */
final class Belongings<T> {

    private final Map<String, List<Owned<T>>> byMember = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    /** What a row reads. */
    interface Reader<T> {
        T read(Row row);
    }

    /** A thing and the row that tells of it. */
    record Owned<T>(Row row, T thing) {}

    /** Nothing. */
    static <T> Belongings<T> none() {
        return new Belongings<>();
    }

    static <T> Belongings<T> of(CsvTable table, Reader<T> reader) throws InterruptedException {
        Belongings<T> belongings = new Belongings<>();
        table.read(row -> {
            T thing = reader.read(row);
            belongings
                    .byMember
                    .computeIfAbsent(row.text("member_id"), member -> new ArrayList<>())
                    .add(new Owned<>(row, thing));
        });
        return belongings;
    }

    /** What a member has, each time that it is asked for. */
    List<Owned<T>> of(String member) {
        asked.add(member);
        return byMember.getOrDefault(member, List.of());
    }

    /** What belongs to members whom nobody asked for. */
    List<Fault> orphans() {
        List<Fault> orphans = new ArrayList<>();
        byMember.forEach((member, owned) -> {
            if (!asked.contains(member)) {
                owned.forEach(each -> orphans.add(each.row().fault("member_id", "is in no row of the members' file")));
            }
        });
        return orphans;
    }
}
