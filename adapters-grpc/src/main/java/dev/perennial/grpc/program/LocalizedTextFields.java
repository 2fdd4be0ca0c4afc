package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.LocalizedText;
import java.util.function.Consumer;

/** Texts in several languages, both ways. */
final class LocalizedTextFields {

    private LocalizedTextFields() {}

    static dev.perennial.domain.program.LocalizedText read(LocalizedText proto) {
        return new dev.perennial.domain.program.LocalizedText(proto.getText(), proto.getTranslationsMap());
    }

    static LocalizedText write(dev.perennial.domain.program.LocalizedText text) {
        return LocalizedText.newBuilder()
                .setText(text.text())
                .putAllTranslations(text.translations())
                .build();
    }

    /** Without a text the field is left out, as who writes a program leaves it out. */
    static void writeUnlessNone(dev.perennial.domain.program.LocalizedText text, Consumer<LocalizedText> field) {
        if (!text.equals(dev.perennial.domain.program.LocalizedText.NONE)) {
            field.accept(write(text));
        }
    }
}
