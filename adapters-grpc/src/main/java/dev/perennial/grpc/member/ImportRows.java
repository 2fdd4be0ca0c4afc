package dev.perennial.grpc.member;

import com.google.rpc.Status;
import dev.perennial.application.member.ImportedRow;
import dev.perennial.application.member.MemberImport;
import dev.perennial.application.member.MemberImport.Outcome;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.member.v1.ImportMembersRequest;
import dev.perennial.contract.member.v1.ImportMembersResponse;
import dev.perennial.contract.member.v1.ImportedMember;
import dev.perennial.contract.member.v1.RefusedRow;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Refusals;
import dev.perennial.grpc.shared.Validation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of one import: the well-formed ones are decided, and all are counted. */
final class ImportRows {

    private static final int FAULTS_MAX = 20;

    private final Function<ImportMembersRequest, MemberImport> begin;
    private final Tenant tenant;
    private final Validation validation;
    private final Function<Throwable, Status> failures;
    private final ImportCounts counts = new ImportCounts();

    /** Null before the first request, as is what it began. */
    private @Nullable ImportMembersRequest first;

    private @Nullable MemberImport decided;

    ImportRows(
            Function<ImportMembersRequest, MemberImport> begin,
            Tenant tenant,
            Validation validation,
            Function<Throwable, Status> failures) {
        this.begin = begin;
        this.tenant = tenant;
        this.validation = validation;
        this.failures = failures;
    }

    /** @return what became of them; refused when no row at all can be decided */
    Result<ImportMembersResponse> decide(ImportMembersRequest request) {
        if (first == null || decided == null) {
            first = request;
            decided = begin.apply(request);
        }
        if (!request.getImportId().equals(first.getImportId())) {
            return Result.refused(Refusal.invalid("import_id", "is not that of the stream's first request"));
        }
        if (request.getDryRun() != first.getDryRun()) {
            return Result.refused(Refusal.invalid("dry_run", "is not that of the stream's first request"));
        }
        List<List<Problem>> malformed =
                request.getMembersList().stream().map(validation::problems).toList();
        List<ImportedRow> wellFormed = new ArrayList<>();
        for (int i = 0; i < malformed.size(); i++) {
            if (malformed.get(i).isEmpty()) {
                wellFormed.add(ImportTranslator.toDomain(tenant, request.getMembers(i)));
            }
        }
        return report(request, malformed, decided.take(wellFormed).iterator());
    }

    private Result<ImportMembersResponse> report(
            ImportMembersRequest request, List<List<Problem>> malformed, Iterator<Outcome> outcomes) {
        ImportMembersResponse.Builder reply = ImportMembersResponse.newBuilder();
        for (int i = 0; i < malformed.size(); i++) {
            Outcome outcome = malformed.get(i).isEmpty()
                    ? outcomes.next()
                    : new Outcome.Refused(Refusal.invalid(malformed.get(i)));
            counts.count(outcome);
            switch (outcome) {
                case Outcome.Refused(Refusal refusal)
                when refusal.reason() == Reason.PROGRAM_NOT_APPLIED -> {
                    return Result.refused(refusal);
                }
                case Outcome.Refused(Refusal refusal) -> reply.addRefused(refused(request.getMembers(i), refusal));
                case Outcome.Failed(Throwable why) -> reply.addRefused(failed(request.getMembers(i), why));
                case Outcome.Taken() -> {}
                case Outcome.Known() -> {}
            }
        }
        return Result.ok(
                reply.setProgress(counts.progress(request.getRowsTotal())).build());
    }

    /** What is not the row's fault is told as it is when it ends a call; what an operator has to see is logged. */
    private RefusedRow failed(ImportedMember row, Throwable why) {
        Status status = failures.apply(why);
        RefusedRow.Builder failed = refused(row, Refusals.reason(status));
        failed.addFaultsBuilder().setReason(status.getMessage());
        return failed.build();
    }

    private static RefusedRow.Builder refused(ImportedMember row, String reason) {
        return RefusedRow.newBuilder()
                .setRow(row.getRow())
                .setMemberId(row.getMemberId())
                .setReason(reason);
    }

    private static RefusedRow refused(ImportedMember row, Refusal refusal) {
        RefusedRow.Builder refused = refused(row, refusal.reason().name());
        if (refusal.problems().isEmpty()) {
            refused.addFaultsBuilder().setReason(refusal.message());
        }
        refusal.problems().stream()
                .limit(FAULTS_MAX)
                .forEach(problem ->
                        refused.addFaultsBuilder().setField(problem.field()).setReason(problem.description()));
        return refused.build();
    }
}
