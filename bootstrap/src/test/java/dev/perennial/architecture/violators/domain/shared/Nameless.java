package dev.perennial.architecture.violators.domain.shared;

/** Names that say nothing. */
final class Nameless {
    private Nameless() {}

    record WalletImpl() {}

    record WalletManager() {}

    record WalletHelper() {}

    record WalletUtil() {}

    record WalletUtils() {}

    record WalletDTO() {}

    record WalletDto() {}

    record WalletMapper() {}
}
