package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.Program;
import dev.perennial.domain.program.PartiesDocument;
import dev.perennial.domain.program.ProgramDocument;

/** Programs as their callers write them, for the domain to check. */
public final class DocumentReader {

    private DocumentReader() {}

    public static ProgramDocument read(Program proto) {
        return new ProgramDocument(
                proto.getTimeZone(),
                proto.getCurrency(),
                proto.hasReopenWindowDays() ? proto.getReopenWindowDays() : ProgramDocument.DEFAULT_REOPEN_WINDOW_DAYS,
                proto.getUnitsList().stream().map(UnitSection::read).toList(),
                EarningSection.read(proto),
                EngagementSection.read(proto),
                StandingSection.read(proto),
                SpendingSection.read(proto),
                new PartiesDocument(
                        NamedSection.read(proto.getPartnersList()), NamedSection.read(proto.getCausesList())));
    }
}
