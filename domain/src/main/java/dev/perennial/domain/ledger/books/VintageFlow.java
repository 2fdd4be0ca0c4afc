package dev.perennial.domain.ledger.books;

import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.shared.UnitId;

/**
 * The sum of entries about lots that were issued in the same period.
 *
 * @param issued in which period the lots were issued, from 1
 * @param moved in which period the entries count, not before that
 * @param issues whether these are the entries that issued the lots
 * @param amount in the unit's smallest step, more than 0
 */
public record VintageFlow(UnitId unit, int issued, int moved, boolean issues, Account from, Account to, long amount) {}
