/** Balances, statements and corrections over gRPC. */
@NullMarked
package dev.perennial.grpc.ledger;

import org.jspecify.annotations.NullMarked;
