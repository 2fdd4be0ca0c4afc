package dev.perennial.grpc.shared;

import build.buf.protovalidate.ValidationResult;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.Violation;
import build.buf.protovalidate.exceptions.ValidationException;
import com.google.protobuf.Message;
import dev.perennial.domain.shared.Problem;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Is a request well formed? The annotations of the contract and the checks beyond them answer together. */
public final class Validation {

    private final Validator validator = ValidatorFactory.newBuilder().build();
    private final Map<Class<?>, SyntaxCheck<?>> checks = new HashMap<>();

    public Validation(List<SyntaxCheck<?>> checks) {
        checks.forEach(check -> this.checks.put(check.request(), check));
    }

    /** Looks at one request of each kind, so that no caller waits for the rules to be compiled. */
    void warmUp(ServerServiceDefinition service) {
        for (ServerMethodDefinition<?, ?> method : service.getMethods()) {
            if (method.getMethodDescriptor().getRequestMarshaller() instanceof PrototypeMarshaller<?> requests
                    && requests.getMessagePrototype() instanceof Message prototype) {
                var _ = problems(prototype);
            }
        }
    }

    /**
     * Every field that is wrong with the request, by its proto name; empty when it is well formed. A field is named
     * once, with the first that is wrong with it: an empty id is not also one that begins with no letter.
     */
    public List<Problem> problems(Message request) {
        List<Problem> problems = new ArrayList<>();
        for (Violation violation : violations(request)) {
            String field = FieldPaths.render(violation.toProto().getField());
            problems.add(new Problem(field, RuleWords.of(violation)));
        }
        SyntaxCheck<?> check = checks.get(request.getClass());
        if (check != null) {
            check.apply(request, new Problems("", problems));
        }
        return problems.size() < 2 ? problems : oneForEachField(problems);
    }

    private static List<Problem> oneForEachField(List<Problem> problems) {
        Set<String> fields = new HashSet<>();
        return problems.stream().filter(problem -> fields.add(problem.field())).toList();
    }

    private List<Violation> violations(Message request) {
        try {
            ValidationResult result = validator.validate(request);
            return result.getViolations();
        } catch (ValidationException broken) {
            throw new IllegalStateException("the contract's own rules do not compile", broken);
        }
    }
}
