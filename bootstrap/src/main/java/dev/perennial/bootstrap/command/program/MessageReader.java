package dev.perennial.bootstrap.command.program;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Fills a message from a JSON object, guided by its descriptor. A field goes by its name in the proto or by the camel
 * case that protobuf prescribes for JSON. What is wrong is noted, and reading goes on behind it.
 */
final class MessageReader {

    private final JsonParser parser;
    private final List<JsonProblem> problems;
    private final Map<String, Place> places;
    private final ScalarReader scalars;

    MessageReader(JsonParser parser, List<JsonProblem> problems, Map<String, Place> places) {
        this.parser = parser;
        this.problems = problems;
        this.places = places;
        this.scalars = new ScalarReader(parser, this::problem);
    }

    /** The parser stands on the object's opening brace, and on its closing one afterwards. */
    void read(Message.Builder message, String path) {
        Set<FieldDescriptor> seen = new HashSet<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            Place place = Place.of(parser.currentTokenLocation());
            Optional<FieldDescriptor> field = field(message.getDescriptorForType(), name);
            String fieldPath = path.isEmpty() ? name : path + "." + name;
            if (field.isEmpty()) {
                problems.add(new JsonProblem(
                        place, fieldPath, "unknown field; known are " + names(message.getDescriptorForType())));
                skipValue();
                continue;
            }
            String knownPath = path.isEmpty()
                    ? field.get().getName()
                    : path + "." + field.get().getName();
            places.putIfAbsent(knownPath, place);
            if (!seen.add(field.get())) {
                problems.add(new JsonProblem(place, knownPath, "stands here a second time"));
                skipValue();
            } else if (!clashes(message, field.get(), knownPath, place)) {
                value(message, field.get(), knownPath);
            }
        }
    }

    private boolean clashes(Message.Builder message, FieldDescriptor field, String path, Place place) {
        OneofDescriptor oneof = field.getRealContainingOneof();
        if (oneof == null || !message.hasOneof(oneof)) {
            return false;
        }
        String other = message.getOneofFieldDescriptor(oneof).getName();
        problems.add(new JsonProblem(place, path, "only one of it and " + other + " can be set"));
        skipValue();
        return true;
    }

    private void value(Message.Builder message, FieldDescriptor field, String path) {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        if (!field.isRepeated()) {
            Object value = single(message, field, path);
            if (value != null) {
                message.setField(field, value);
            }
        } else if (field.isMapField()) {
            map(message, field, path);
        } else if (token == JsonToken.START_ARRAY) {
            elements(message, field, path);
        } else {
            problem(path, "must be a list, [ … ]");
        }
    }

    private void elements(Message.Builder message, FieldDescriptor field, String path) {
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            String elementPath = path + "[" + index + "]";
            places.put(elementPath, Place.of(parser.currentTokenLocation()));
            Object value = single(message, field, elementPath);
            if (value != null) {
                message.addRepeatedField(field, value);
            }
        }
    }

    /** In JSON it is an object whose names are the author's own. */
    private void map(Message.Builder message, FieldDescriptor field, String path) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            problem(path, "must be an object, { … }");
            return;
        }
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            Place place = Place.of(parser.currentTokenLocation());
            String entryPath = path + "[\"" + key + "\"]";
            places.putIfAbsent(entryPath, place);
            if (seen.add(key)) {
                parser.nextToken();
                entry(message, field, key, entryPath);
            } else {
                problems.add(new JsonProblem(place, entryPath, "stands here a second time"));
                skipValue();
            }
        }
    }

    private void entry(Message.Builder message, FieldDescriptor field, String key, String path) {
        List<FieldDescriptor> parts = field.getMessageType().getFields();
        Object value = scalars.read(parts.getLast(), path);
        if (value != null) {
            message.addRepeatedField(
                    field,
                    message.newBuilderForField(field)
                            .setField(parts.getFirst(), key)
                            .setField(parts.getLast(), value)
                            .build());
        }
    }

    private @Nullable Object single(Message.Builder message, FieldDescriptor field, String path) {
        if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE || ScalarReader.isOneValue(field)) {
            return scalars.read(field, path);
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            problem(path, "must be an object, { … }");
            return null;
        }
        Message.Builder child = message.newBuilderForField(field);
        read(child, path);
        return child.build();
    }

    private void problem(String path, String description) {
        problems.add(new JsonProblem(Place.of(parser.currentTokenLocation()), path, description));
        parser.skipChildren();
    }

    private void skipValue() {
        parser.nextToken();
        parser.skipChildren();
    }

    private static Optional<FieldDescriptor> field(Descriptor message, String name) {
        return message.getFields().stream()
                .filter(field ->
                        field.getName().equals(name) || field.getJsonName().equals(name))
                .findFirst();
    }

    private static String names(Descriptor message) {
        String names =
                message.getFields().stream().map(FieldDescriptor::getName).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }
}
