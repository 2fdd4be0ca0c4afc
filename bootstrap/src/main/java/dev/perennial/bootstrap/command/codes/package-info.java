/** The command that imports codes of vouchers that were made elsewhere. */
@NullMarked
package dev.perennial.bootstrap.command.codes;

import org.jspecify.annotations.NullMarked;
