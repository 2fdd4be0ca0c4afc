package dev.perennial.bootstrap.command.client;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of an option and refuses what is out of its range, instead of quietly taking another. */
public abstract class WholeNumber implements ITypeConverter<Integer> {

    private final int least;
    private final int most;

    WholeNumber(int least, int most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public Integer convert(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below like every other number that will not do.
        }
        throw new TypeConversionException("'" + text + "' is not a whole number from " + least + " to " + most);
    }

    /** A port to listen on; 0 takes a free one. */
    public static final class Port extends WholeNumber {

        public Port() {
            super(0, 65_535);
        }
    }

    /** How many rows to show; the server gives no more than the most in one page. */
    public static final class Rows extends WholeNumber {

        public Rows() {
            super(1, 1_000);
        }
    }
}
