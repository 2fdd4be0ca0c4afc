package dev.perennial.application.member;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that can be decided at once. Of two that want the same, such as one card for two members, the earlier is decided
 * first, so that it makes no difference which lane is faster.
 */
final class Waves {

    private final Map<Object, Integer> lastOf = new HashMap<>();
    private final List<List<Integer>> waves = new ArrayList<>();

    private Waves() {}

    /** The places of the commands, from 0, wave by wave. */
    static List<List<Integer>> of(List<ImportMember> commands) {
        Waves waves = new Waves();
        for (int place = 0; place < commands.size(); place++) {
            waves.add(place, commands.get(place));
        }
        return waves.waves;
    }

    private void add(int place, ImportMember command) {
        List<Object> wanted = new ArrayList<>();
        wanted.add(command.member());
        wanted.addAll(command.hashes());
        wanted.addAll(command.claimedCodes());
        int wave = wanted.stream()
                .mapToInt(thing -> lastOf.getOrDefault(thing, -1) + 1)
                .max()
                .orElse(0);
        wanted.forEach(thing -> lastOf.put(thing, wave));
        while (waves.size() <= wave) {
            waves.add(new ArrayList<>());
        }
        waves.get(wave).add(place);
    }
}
