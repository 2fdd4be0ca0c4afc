package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.ProgramVersion;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.grpc.shared.Times;

/** Applied programs, as their callers wrote them. */
final class DocumentWriter {

    private DocumentWriter() {}

    /** The version without its program. */
    static ProgramVersion summary(dev.perennial.domain.program.ProgramVersion version) {
        return ProgramVersion.newBuilder()
                .setNumber(version.number())
                .setEffectiveAt(Times.toProto(version.effectiveAt()))
                .setAppliedAt(Times.toProto(version.appliedAt()))
                .setNote(version.note())
                .build();
    }

    static ProgramVersion version(dev.perennial.domain.program.ProgramVersion version) {
        return summary(version).toBuilder()
                .setProgram(write(version.document()))
                .build();
    }

    /** What was left out and has a default is written with it: who reads a program need not know the defaults. */
    static Program write(ProgramDocument document) {
        Program.Builder proto = Program.newBuilder()
                .setTimeZone(document.timeZone())
                .setCurrency(document.currency())
                .setReopenWindowDays(document.reopenWindowDays())
                .addAllUnits(document.units().stream().map(UnitSection::write).toList())
                .addAllPartners(NamedSection.write(document.parties().partners()))
                .addAllCauses(NamedSection.write(document.parties().causes()));
        EarningSection.write(document.earning(), proto);
        EngagementSection.write(document.engagement(), proto);
        StandingSection.write(document.standing(), proto);
        SpendingSection.write(document.spending(), proto);
        return proto.build();
    }
}
