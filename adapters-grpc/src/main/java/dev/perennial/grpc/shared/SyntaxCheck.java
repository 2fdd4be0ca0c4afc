package dev.perennial.grpc.shared;

import com.google.protobuf.Message;
import java.util.function.BiConsumer;

/**
 * What the annotations of a request cannot say about its syntax.
 *
 * @param request the type of message it is about
 * @param check adds a problem for each field that is wrong; fields may be unset although they must not be
 */
public record SyntaxCheck<M extends Message>(Class<M> request, BiConsumer<M, Problems> check) {

    void apply(Message message, Problems problems) {
        check.accept(request.cast(message), problems);
    }
}
