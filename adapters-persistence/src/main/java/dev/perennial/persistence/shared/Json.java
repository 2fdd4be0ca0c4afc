package dev.perennial.persistence.shared;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON in columns. Codecs name every property themselves, so that renaming something in the code leaves what is stored
 * readable; a reader ignores what it does not know and has a default for what is missing.
 */
public final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /** An object with the properties that are written. */
    public static String object(Consumer<JsonGenerator> properties) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            json.writeStartObject();
            properties.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    public static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    public static <T> void array(
            JsonGenerator json, String name, Iterable<T> values, BiConsumer<JsonGenerator, T> properties) {
        json.writeArrayPropertyStart(name);
        for (T value : values) {
            json.writeStartObject();
            properties.accept(json, value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The texts as they come; the order of a set is nobody's, so callers sort it. */
    public static void texts(JsonGenerator json, String name, Collection<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    public static List<String> texts(JsonNode array) {
        return list(array, node -> node.asString(""));
    }

    /** A value of an enum by its name, or the default where the property is missing. */
    public static <E extends Enum<E>> E word(JsonNode node, E whenMissing) {
        String name = node.asString("");
        return name.isEmpty() ? whenMissing : Enum.valueOf(whenMissing.getDeclaringClass(), name);
    }

    public static void child(JsonGenerator json, String name, Consumer<JsonGenerator> properties) {
        json.writeObjectPropertyStart(name);
        properties.accept(json);
        json.writeEndObject();
    }

    public static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        Iterator<JsonNode> values = array.iterator();
        Iterable<JsonNode> once = () -> values;
        return StreamSupport.stream(once.spliterator(), false).map(read).toList();
    }

    /** As precise as columns are, so that a moment read from JSON equals the same one read from a column. */
    public static void moment(JsonGenerator json, String name, @Nullable Instant moment) {
        if (moment != null) {
            json.writeStringProperty(name, moment.truncatedTo(ChronoUnit.MICROS).toString());
        }
    }

    public static @Nullable Instant moment(JsonNode node) {
        String text = node.asString("");
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
