package dev.perennial.domain.loyalty;

import dev.perennial.domain.program.RewardContent.CodeSource;
import java.util.Optional;

/** Where a decision gets the codes of vouchers from: chance and lists are inputs. */
@FunctionalInterface
public interface CodeSupply {

    /** No codes: for those who only look. */
    CodeSupply NONE = source -> Optional.empty();

    /** A code that nobody has; empty when a list has no more. */
    Optional<String> next(CodeSource source);
}
