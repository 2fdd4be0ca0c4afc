/** Codes of vouchers as signed tokens: made by the server, checked by whoever has the public keys. */
@NullMarked
package dev.perennial.grpc.loyalty.signing;

import org.jspecify.annotations.NullMarked;
