package dev.perennial.grpc.member;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import dev.perennial.contract.member.v1.Profile;
import dev.perennial.contract.member.v1.UpdateMemberRequest;
import dev.perennial.domain.member.ProfileField;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which fields of a profile an update means. */
final class ProfileMask {

    private static final String EVERYTHING = "*";

    private ProfileMask() {}

    static Set<ProfileField> fields(UpdateMemberRequest request) {
        List<String> named = request.getUpdateMask().getPathsList();
        if (named.contains(EVERYTHING)) {
            return EnumSet.allOf(ProfileField.class);
        }
        return fields(named.isEmpty() ? populated(request.getProfile()) : named);
    }

    private static Set<ProfileField> fields(Collection<String> paths) {
        return paths.stream()
                .map(ProfileMask::field)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProfileField.class)));
    }

    private static List<String> populated(Profile profile) {
        return profile.getAllFields().keySet().stream()
                .map(FieldDescriptor::getName)
                .toList();
    }

    /** Whether each path of the mask names a field. */
    static boolean isKnown(String path) {
        return path.equals(EVERYTHING) || field(path).isPresent();
    }

    static boolean isEmpty(FieldMask mask, Profile profile) {
        return mask.getPathsCount() == 0 && profile.getAllFields().isEmpty();
    }

    /** A path is the field's name in lower case, exactly. */
    private static Optional<ProfileField> field(String path) {
        return EnumSet.allOf(ProfileField.class).stream()
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(path))
                .findFirst();
    }
}
