package dev.perennial.domain.program;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What people read, in the languages they read.
 *
 * @param text for everybody whose language is not among the translations
 * @param translations by BCP 47 language tag, such as {@code de} or {@code pt-BR}
 */
public record LocalizedText(String text, Map<String, String> translations) {

    public static final LocalizedText NONE = new LocalizedText("", Map.of());

    public LocalizedText {
        translations = Map.copyOf(translations);
    }

    public static LocalizedText of(String text) {
        return new LocalizedText(text, Map.of());
    }

    /**
     * The text for a reader, by the lookup of RFC 4647, section 3.4: the exact tag, then ever less of it.
     *
     * @param locale BCP 47; empty for a reader of whom nothing is known
     */
    public String in(String locale) {
        if (translations.isEmpty() || locale.isEmpty()) {
            return text;
        }
        String found = Locale.lookupTag(Locale.LanguageRange.parse(locale), translations.keySet());
        return found == null ? text : exact(found);
    }

    /** The lookup answers in lower case. */
    private String exact(String tag) {
        List<String> matching = translations.entrySet().stream()
                .filter(translation -> translation.getKey().equalsIgnoreCase(tag))
                .map(Map.Entry::getValue)
                .toList();
        return matching.isEmpty() ? text : matching.getFirst();
    }
}
