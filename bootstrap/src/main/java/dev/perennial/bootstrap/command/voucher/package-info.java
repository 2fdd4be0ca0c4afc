/** The command for vouchers at the till: the public keys, and the check that needs no network. */
@NullMarked
package dev.perennial.bootstrap.command.voucher;

import org.jspecify.annotations.NullMarked;
