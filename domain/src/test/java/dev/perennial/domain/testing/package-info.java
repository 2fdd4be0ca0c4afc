/**
 * Fixtures that read as English, a small world in memory, and an auditor of ledgers that shares no code with
 * production.
 */
@NullMarked
package dev.perennial.domain.testing;

import org.jspecify.annotations.NullMarked;
