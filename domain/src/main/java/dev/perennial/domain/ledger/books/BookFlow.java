package dev.perennial.domain.ledger.books;

import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.shared.UnitId;

/**
 * The sum of entries that are alike to an accountant.
 *
 * @param period in which of some periods they were recorded, from 1; 0 is all the time before the first
 * @param programVersion of the lot that they changed, or of the entries when they changed none; 0 when it came by hand
 * @param rule the earning rule, empty when none
 * @param amount in the unit's smallest step, more than 0
 */
public record BookFlow(
        int period, UnitId unit, int programVersion, String rule, Account from, Account to, long amount) {}
