package dev.perennial.application.program.cel;

import dev.perennial.domain.program.Conditions;
import java.util.Currency;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Conditions written in CEL. Safe for use by several threads; one for the process. The first compilation takes about a
 * second, each further one less than a millisecond.
 */
public final class CelConditions implements Conditions {

    /** Only {@code money} depends on the currency, and of it on the number of decimals. */
    private final ConcurrentMap<Currency, ConditionCompiler> compilers = new ConcurrentHashMap<>();

    /**
     * {@inheritDoc}
     *
     * @param currency one without minor units (XXX) stands for one that is not known: amounts may have any decimals
     */
    @Override
    public Compiled compile(String source, Currency currency) {
        return compilers.computeIfAbsent(currency, ConditionCompiler::new).compile(source);
    }
}
