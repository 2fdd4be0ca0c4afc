package dev.perennial.architecture.violators.domain.shared;

final class Mutable {
    private int count;

    int count() {
        return count;
    }

    void setCount(int count) {
        this.count = count;
    }
}
