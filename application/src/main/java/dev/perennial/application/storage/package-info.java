/**
 * One transaction, and the ports that take part in it; only what stands outside of every transaction is kept elsewhere.
 */
@NullMarked
package dev.perennial.application.storage;

import org.jspecify.annotations.NullMarked;
