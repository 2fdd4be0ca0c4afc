/** Facts for reading. */
@NullMarked
package dev.perennial.persistence.activity;

import org.jspecify.annotations.NullMarked;
