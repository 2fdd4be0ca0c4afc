package dev.perennial.bootstrap.command.program;

import dev.perennial.contract.program.v1.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the JSON form of a program. The reader of protobuf stops at the first thing that it does not know; this one
 * goes through the whole document, because somebody who writes a program wants to hear of everything at once.
 */
public final class ProgramFile {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** What the reader says of its source, such as {@code (start marker at [Source: …])}: nothing that helps. */
    private static final Pattern SOURCE = Pattern.compile("\\s*\\(?[\\w ]*\\[Source:[^]]*]\\)?");

    private ProgramFile() {}

    public static ReadProgram read(String json) {
        Program.Builder program = Program.newBuilder();
        List<JsonProblem> problems = new ArrayList<>();
        Map<String, Place> places = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                places.put("", Place.of(parser.currentTokenLocation()));
                new MessageReader(parser, problems, places).read(program, "");
                expectEnd(parser, problems);
            } else {
                problems.add(new JsonProblem(new Place(1, 1), "", "a program is a JSON object, { … }"));
            }
        } catch (StreamReadException e) {
            problems.add(new JsonProblem(Place.of(e.getLocation()), "", "not JSON: " + words(e)));
        }
        return new ReadProgram(program.build(), List.copyOf(problems), Map.copyOf(places));
    }

    /** One line, without what the reader says of its source; the place is told beside it. */
    private static String words(StreamReadException failure) {
        String message = Objects.requireNonNullElse(failure.getOriginalMessage(), "it cannot be read");
        return SOURCE.matcher(message).replaceAll("").replaceAll("\\s*\\R\\s*", " ");
    }

    private static void expectEnd(JsonParser parser, List<JsonProblem> problems) {
        if (parser.nextToken() != null) {
            Place place = Place.of(parser.currentTokenLocation());
            problems.add(new JsonProblem(place, "", "nothing may follow the program"));
        }
    }
}
