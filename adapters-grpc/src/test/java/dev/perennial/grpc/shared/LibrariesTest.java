package dev.perennial.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import build.buf.protovalidate.ValidatorFactory;
import build.buf.validate.FieldRules;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.expr.ParsedExpr;
import dev.perennial.contract.activity.v1.RecordActivityRequest;
import org.junit.jupiter.api.Test;

/**
 * Protovalidate, CEL and the contract carry code that was generated for different versions of protobuf. A runtime that is
 * older than one of them compiles, and throws at the first call: so each is called here.
 */
class LibrariesTest {

    @Test
    void allGeneratedCodeRunsOnOneProtobuf() {
        assertThat(FieldRules.getDefaultInstance().getSerializedSize()).isZero();
        assertThat(ParsedExpr.getDefaultInstance().getSerializedSize()).isZero();
        assertThat(Samples.record(Samples.purchase()).getSerializedSize()).isPositive();
    }

    @Test
    void protovalidateAndCelWorkInOneProcess() {
        assertThatCode(() -> {
                    ValidatorFactory.newBuilder().build().validate(RecordActivityRequest.getDefaultInstance());
                    CelCompilerFactory.standardCelCompilerBuilder()
                            .build()
                            .compile("1 + 1")
                            .getAst();
                })
                .doesNotThrowAnyException();
    }
}
