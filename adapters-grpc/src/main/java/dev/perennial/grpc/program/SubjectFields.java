package dev.perennial.grpc.program;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.domain.program.Subject;
import dev.perennial.grpc.activity.ActivityTypes;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** For which facts: the fields that rules, multipliers and counters have in common. */
final class SubjectFields {

    private SubjectFields() {}

    static Subject read(Message proto) {
        EnumValueDescriptor type = Fields.value(proto, "activity_type", EnumValueDescriptor.class);
        return new Subject(
                ActivityTypes.toDomain(ActivityType.valueOf(type)),
                Fields.value(proto, "custom_name", String.class),
                Fields.value(proto, "partner", String.class),
                Fields.value(proto, "condition", String.class),
                moment(proto, "starts_at"),
                moment(proto, "ends_at"));
    }

    static void write(Subject subject, Message.Builder proto) {
        Fields.set(
                proto,
                "activity_type",
                ActivityTypes.toProto(subject.activityType()).getValueDescriptor());
        Fields.set(proto, "custom_name", subject.customName());
        Fields.set(proto, "partner", subject.partner());
        Fields.set(proto, "condition", subject.condition());
        write(subject.startsAt(), proto, "starts_at");
        write(subject.endsAt(), proto, "ends_at");
    }

    private static @Nullable Instant moment(Message proto, String name) {
        return Fields.ifSet(proto, name, Timestamp.class).map(Times::toDomain).orElse(null);
    }

    private static void write(@Nullable Instant moment, Message.Builder proto, String name) {
        if (moment != null) {
            Fields.set(proto, name, Times.toProto(moment));
        }
    }
}
