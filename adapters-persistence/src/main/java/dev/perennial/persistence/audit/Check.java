package dev.perennial.persistence.audit;

/**
 * Something that must hold of the stored rows.
 *
 * @param invariant the number of the invariant that it belongs to, in the project's list
 * @param name what must hold, as a sentence; unique
 * @param violations a statement whose every row is a violation. It reads; it means the same on MySQL and on MariaDB
 */
record Check(int invariant, String name, String violations) {}
