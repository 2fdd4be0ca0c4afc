package dev.perennial.bootstrap.command.program;

import tools.jackson.core.TokenStreamLocation;

/** A place in a file, both from 1. */
record Place(int line, int column) {

    static Place of(TokenStreamLocation location) {
        return new Place(location.getLineNr(), location.getColumnNr());
    }
}
