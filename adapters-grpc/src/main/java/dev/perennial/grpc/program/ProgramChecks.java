package dev.perennial.grpc.program;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.perennial.contract.program.v1.ApplyProgramRequest;
import dev.perennial.contract.program.v1.PlanProgramRequest;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.SyntaxCheck;
import dev.perennial.grpc.shared.Times;
import java.util.List;

/** What the annotations of programs cannot say; whether a program makes sense is for the domain to tell. */
public final class ProgramChecks {

    private static final String INVALID_TIMESTAMP = "is not a valid timestamp";
    private static final String INVALID_DURATION = "is not a valid length of time";

    private ProgramChecks() {}

    public static List<SyntaxCheck<?>> all() {
        return List.of(
                new SyntaxCheck<>(
                        PlanProgramRequest.class,
                        (request, problems) -> checkProgram(request.getProgram(), problems.at("program"))),
                new SyntaxCheck<>(ApplyProgramRequest.class, ProgramChecks::check));
    }

    private static void check(ApplyProgramRequest request, Problems problems) {
        checkProgram(request.getProgram(), problems.at("program"));
        if (request.hasEffectiveAt()) {
            checkMoment(request.getEffectiveAt(), problems.at("effective_at"));
        }
    }

    /** A program, wherever in a request it stands. */
    public static void checkProgram(Program program, Problems problems) {
        check(program, problems);
        for (int i = 0; i < program.getRafflesCount(); i++) {
            // Not by an annotation: the library that evaluates them throws at a second that is out of range.
            Problems moment = problems.at("raffles").at(i).at("closes_at");
            moment.require(program.getRaffles(i).hasClosesAt(), "must be set");
        }
    }

    /** Every moment and every length of time, wherever in the program it stands. */
    private static void check(Message message, Problems problems) {
        switch (message) {
            case Timestamp moment -> checkMoment(moment, problems);
            case Duration duration -> problems.require(Times.isValid(duration), INVALID_DURATION);
            default -> message.getAllFields().forEach((field, value) -> check(field, value, problems));
        }
    }

    private static void check(FieldDescriptor field, Object value, Problems problems) {
        if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
            return;
        }
        Problems here = problems.at(field.getName());
        if (value instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                check((Message) elements.get(i), here.at(i));
            }
        } else {
            check((Message) value, here);
        }
    }

    private static void checkMoment(Timestamp moment, Problems problems) {
        problems.require(Times.isValid(moment), INVALID_TIMESTAMP);
    }
}
