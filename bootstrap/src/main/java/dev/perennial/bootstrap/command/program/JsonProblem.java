package dev.perennial.bootstrap.command.program;

/**
 * One thing that is wrong with a JSON file.
 *
 * @param path the path within the document, such as {@code earning_rules[2].unit}; empty for the document itself
 */
record JsonProblem(Place place, String path, String description) {}
