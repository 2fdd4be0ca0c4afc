package dev.perennial.grpc.program;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import java.util.Optional;

/** Fields that several messages share by their names, without a type in common. */
final class Fields {

    private Fields() {}

    /** The value of a field that has presence; empty when it is not set. */
    static <T> Optional<T> ifSet(MessageOrBuilder message, String name, Class<T> type) {
        FieldDescriptor field = named(message, name);
        return message.hasField(field) ? Optional.of(type.cast(message.getField(field))) : Optional.empty();
    }

    /** The value of a field that has none: its default when it is not set. */
    static <T> T value(MessageOrBuilder message, String name, Class<T> type) {
        return type.cast(message.getField(named(message, name)));
    }

    static void set(Message.Builder message, String name, Object value) {
        message.setField(named(message, name), value);
    }

    private static FieldDescriptor named(MessageOrBuilder message, String name) {
        return message.getDescriptorForType().getFields().stream()
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + name));
    }
}
