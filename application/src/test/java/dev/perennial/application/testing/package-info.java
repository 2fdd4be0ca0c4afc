/** In-memory ports that keep the same promises as a database, and what their contract kits share. */
@NullMarked
package dev.perennial.application.testing;

import org.jspecify.annotations.NullMarked;
