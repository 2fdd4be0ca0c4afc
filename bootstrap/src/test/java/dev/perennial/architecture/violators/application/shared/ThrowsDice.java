package dev.perennial.architecture.violators.application.shared;

import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Each method asks chance in another way. */
final class ThrowsDice {

    private ThrowsDice() {}

    static UUID uuid() {
        return UUID.randomUUID();
    }

    static double math() {
        return Math.random();
    }

    static int random() {
        return new Random().nextInt();
    }

    static int secureRandom() {
        return new SecureRandom().nextInt();
    }

    static int threadLocal() {
        return ThreadLocalRandom.current().nextInt();
    }

    static int generator() {
        return RandomGenerator.getDefault().nextInt();
    }
}
