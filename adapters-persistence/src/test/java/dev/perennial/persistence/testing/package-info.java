/** The database that the port kits run on. */
@NullMarked
package dev.perennial.persistence.testing;

import org.jspecify.annotations.NullMarked;
