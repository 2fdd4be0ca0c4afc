/** What retention is: cohorts and periods out of what was recorded. */
@NullMarked
package dev.perennial.application.insight;

import org.jspecify.annotations.NullMarked;
