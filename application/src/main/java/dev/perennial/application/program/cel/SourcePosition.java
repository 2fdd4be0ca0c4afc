package dev.perennial.application.program.cel;

import dev.cel.common.CelSourceLocation;
import java.util.Comparator;

/** A place in the source of a condition; line and column count from 1, columns in code points. */
record SourcePosition(int line, int column) implements Comparable<SourcePosition> {

    static final SourcePosition START = new SourcePosition(1, 1);

    private static final Comparator<SourcePosition> ORDER =
            Comparator.comparingInt(SourcePosition::line).thenComparingInt(SourcePosition::column);

    /** The library counts lines from 1 and columns from 0, and has -1 for a place that it does not know. */
    static SourcePosition of(CelSourceLocation location) {
        return new SourcePosition(Math.max(1, location.getLine()), Math.max(0, location.getColumn()) + 1);
    }

    static SourcePosition ofCodePoint(String source, int offset) {
        int[] before = source.codePoints().limit(offset).toArray();
        int line = 1;
        int column = 1;
        for (int codePoint : before) {
            line += codePoint == '\n' ? 1 : 0;
            column = codePoint == '\n' ? 1 : column + 1;
        }
        return new SourcePosition(line, column);
    }

    @Override
    public int compareTo(SourcePosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
