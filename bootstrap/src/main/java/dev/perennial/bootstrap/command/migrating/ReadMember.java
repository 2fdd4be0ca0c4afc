package dev.perennial.bootstrap.command.migrating;

import dev.perennial.bootstrap.command.csv.Fault;
import dev.perennial.bootstrap.command.csv.Row;
import dev.perennial.contract.member.v1.Identifier;
import dev.perennial.contract.member.v1.ImportedMember;
import dev.perennial.contract.member.v1.RefusedRow;
import dev.perennial.contract.member.v1.RowFault;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A member as the files have it.
 *
 * @param faults what is wrong with its rows; with any, it is not sent
 * @param lots the row of each lot, in the order of the message
 */
record ReadMember(ImportedMember message, List<Fault> faults, Row row, List<Row> lots, List<Row> vouchers) {

    private static final Pattern ELEMENT = Pattern.compile("(lots|vouchers|identifiers)\\[([0-9]+)]\\.?(.*)");

    /** What the server says, by the lines and columns of the files. */
    List<Fault> faults(RefusedRow refused) {
        return refused.getFaultsList().stream().map(this::fault).toList();
    }

    private Fault fault(RowFault fault) {
        Matcher element = ELEMENT.matcher(fault.getField());
        if (!element.matches()) {
            return row.fault(column(fault.getField()), fault.getReason());
        }
        int place = Integer.parseInt(element.group(2));
        return switch (element.group(1)) {
            case "lots" -> lots.get(place).fault(column(element.group(3)), fault.getReason());
            case "vouchers" -> vouchers.get(place).fault(column(element.group(3)), fault.getReason());
            default -> row.fault(column(message.getIdentifiers(place)), fault.getReason());
        };
    }

    private static String column(Identifier identifier) {
        return switch (identifier.getKind()) {
            case IDENTIFIER_KIND_CARD -> "card";
            case IDENTIFIER_KIND_PHONE -> "phone";
            default -> "login_email";
        };
    }

    /** What the contract calls otherwise. */
    private static String column(String field) {
        return switch (field) {
            case "standing.level" -> "level";
            case "standing.until" -> "level_until";
            case "reward_id" -> "reward";
            default -> field.startsWith("profile.") ? field.substring("profile.".length()) : field;
        };
    }
}
