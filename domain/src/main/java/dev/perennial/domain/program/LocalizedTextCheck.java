package dev.perennial.domain.program;

import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What is asked of texts in several languages. */
final class LocalizedTextCheck {

    private static final int DESCRIPTION_MAX = 2_000;
    private static final int TRANSLATIONS_MAX = 50;

    private LocalizedTextCheck() {}

    /** Required, on one line. */
    static void name(LocalizedText name, Findings findings) {
        if (name.text().isBlank()) {
            findings.at("text").add("is missing; it is for everybody whose language is not among the translations");
        }
        findings.at("text").text(name.text(), Findings.NAME_MAX);
        translations(name, findings, (translation, here) -> here.text(translation, Findings.NAME_MAX));
    }

    /** Optional, on as many lines as its author likes. */
    static void description(LocalizedText description, Findings findings) {
        if (description.text().isBlank() && !description.translations().isEmpty()) {
            findings.at("text").add("is missing; it is for everybody whose language is not among the translations");
        }
        findings.at("text").lines(description.text(), DESCRIPTION_MAX);
        translations(description, findings, (translation, here) -> here.lines(translation, DESCRIPTION_MAX));
    }

    private static void translations(LocalizedText text, Findings findings, BiConsumer<String, Findings> check) {
        Findings all = findings.at("translations");
        if (text.translations().size() > TRANSLATIONS_MAX) {
            all.add("there are " + text.translations().size() + " translations; at most " + TRANSLATIONS_MAX
                    + " are allowed");
            return;
        }
        Set<String> seen = new HashSet<>();
        new TreeMap<>(text.translations()).forEach((tag, translation) -> {
            Findings here = all.entry(tag);
            if (!isLanguage(tag)) {
                here.add("is not a BCP 47 language tag, such as de or pt-BR");
            } else if (!seen.add(tag.toLowerCase(Locale.ROOT))) {
                here.add("the language is there already, in other letters");
            }
            if (translation.isBlank()) {
                here.add("is empty; leave the language out to show the text for everybody");
            }
            check.accept(translation, here);
        });
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException illformed) {
            return false;
        }
    }
}
