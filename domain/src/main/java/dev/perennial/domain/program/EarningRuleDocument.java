package dev.perennial.domain.program;

/**
 * An earning rule as written: for which facts, how much of what, and from when until when it is good.
 *
 * @param id unique in the program and stable over its versions: caps count by it
 * @param unit the id of the unit that it grants
 * @param base which part of an order earns
 * @param budget the id of the budget that it draws on; empty for none
 * @param fundedBy the id of the partner who pays for it; empty for the tenant
 * @param earnsOnHistorical whether imported history earns too
 */
public record EarningRuleDocument(
        String id,
        String name,
        Subject subject,
        String unit,
        EarningAmount amount,
        EarningBase base,
        Pending pending,
        Expiry expiry,
        Limits limits,
        String budget,
        String fundedBy,
        boolean earnsOnHistorical) {}
