package dev.perennial.bootstrap.command.codes;

import dev.perennial.contract.loyalty.v1.ImportVoucherCodesRequest;
import java.util.List;

/**
 * Codes that go in one request.
 *
 * @param lines the line of each in the file, from 1
 */
record CodePortion(ImportVoucherCodesRequest request, List<Long> lines) {

    CodePortion {
        lines = List.copyOf(lines);
    }

    int size() {
        return lines.size();
    }

    long line(int index) {
        return lines.get(index);
    }
}
