/** One transaction on one connection, and the ports that take part in it. */
@NullMarked
package dev.perennial.persistence.storage;

import org.jspecify.annotations.NullMarked;
