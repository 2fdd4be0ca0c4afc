package dev.perennial.domain.program;

import dev.perennial.domain.shared.Problem;
import java.util.Currency;
import java.util.List;

/** Makes conditions out of their source. */
public interface Conditions {

    /** Compiles and type-checks an expression for a program that counts money in the currency. */
    Compiled compile(String source, Currency currency);

    /** Either a condition, or every problem of its source with line and column. */
    sealed interface Compiled {

        record Usable(Condition condition) implements Compiled {}

        /**
         * The source cannot be used.
         *
         * @param problems whose fields are empty: the program's checker puts the path before them
         */
        record Broken(List<Problem> problems) implements Compiled {}
    }
}
