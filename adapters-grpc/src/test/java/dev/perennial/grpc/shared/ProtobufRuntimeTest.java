package dev.perennial.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.protovalidate.ValidatorFactory;
import build.buf.validate.FieldRules;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.expr.ParsedExpr;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Generated code refuses a protobuf runtime older than itself, and does so at its first call, not when it is compiled.
 * Protovalidate and CEL each carry code of their own protoc: both must run on the one runtime of the root pom.
 */
class ProtobufRuntimeTest {

    @Test
    void protovalidate_runs() throws Exception {
        var validator = ValidatorFactory.newBuilder().build();

        assertThat(validator.validate(FieldRules.getDefaultInstance()).isSuccess())
                .isTrue();
    }

    @Test
    void cel_runs() throws Exception {
        assertThat(ParsedExpr.getDefaultInstance().hasExpr()).isFalse();
        var condition = CelCompilerFactory.standardCelCompilerBuilder()
                .addVar("lines", SimpleType.INT)
                .build()
                .compile("lines > 3")
                .getAst();

        var program = CelRuntimeFactory.plannerRuntimeBuilder().build().createProgram(condition);

        assertThat(program.eval(Map.of("lines", 4L))).isEqualTo(true);
    }
}
