package dev.perennial.grpc.shared;

import dev.perennial.domain.shared.Problem;
import java.util.List;

/** Collects what is wrong with a request, so that its caller can correct all of it in one go. */
public final class Problems {

    private final String path;
    private final List<Problem> found;

    Problems(String path, List<Problem> found) {
        this.path = path;
        this.found = found;
    }

    /** For a field of the message looked at so far, by its proto name. */
    public Problems at(String field) {
        return new Problems(path.isEmpty() ? field : path + "." + field, found);
    }

    /** For an element of the list looked at so far. */
    public Problems at(int index) {
        return new Problems(path + "[" + index + "]", found);
    }

    public void add(String description) {
        found.add(new Problem(path, description));
    }

    /** Adds the description unless the field is as it should be. */
    public void require(boolean asItShouldBe, String description) {
        if (!asItShouldBe) {
            add(description);
        }
    }
}
