package dev.perennial.domain.program;

/**
 * Something that is counted and owned.
 *
 * @param id 1 to 40 characters of a-z, 0-9 and _, beginning with a letter
 * @param name what people call it
 * @param scale how many decimals people see: an amount of 1250 at scale 2 is shown as 12.50; 0 to 6
 */
public record UnitDefinition(String id, String name, int scale) {}
