/**
 * How statements run: connections, transactions, rendered SQL, errors, JSON, sealed bytes; tenants, and the keys of
 * requests.
 */
@NullMarked
package dev.perennial.persistence.shared;

import org.jspecify.annotations.NullMarked;
