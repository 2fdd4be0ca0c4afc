package dev.perennial.architecture.violators.domain.ledger;

final class Approximate {
    private final double rate;

    Approximate(double rate) {
        this.rate = rate;
    }

    float half() {
        return (float) rate / 2;
    }

    static void boxed(Double amount) {}

    static double[] array() {
        return new double[0];
    }
}
