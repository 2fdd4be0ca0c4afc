package dev.perennial.domain.program;

/** How several multipliers of one fact combine. */
public enum Stacking {
    /** Only the highest counts: 200 % and 150 % come to 200 %. */
    HIGHEST,
    /** What each adds is added: 200 % and 150 % come to 250 %. */
    ADD,
    /** Each multiplies: 200 % and 150 % come to 300 %. */
    MULTIPLY
}
