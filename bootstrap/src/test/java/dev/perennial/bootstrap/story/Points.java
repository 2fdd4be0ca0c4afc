package dev.perennial.bootstrap.story;

import dev.perennial.contract.ledger.v1.GetBalancesResponse;

/** What a member has of the unit {@code points}; nothing is ever held in these stories. */
record Points(long available, long pending, long debt) {

    static final Points NONE = new Points(0, 0, 0);

    static Points of(GetBalancesResponse balances) {
        return balances.getBalancesList().stream()
                .filter(balance -> balance.getUnit().equals("points"))
                .findFirst()
                .map(balance -> new Points(balance.getAvailable(), balance.getPending(), balance.getDebt()))
                .orElse(NONE);
    }
}
