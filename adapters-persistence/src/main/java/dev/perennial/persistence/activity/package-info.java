/** Facts as rows, with what was decided on them. */
@NullMarked
package dev.perennial.persistence.activity;

import org.jspecify.annotations.NullMarked;
