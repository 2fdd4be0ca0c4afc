/** How statements run: connections, transactions, rendered SQL, errors, JSON, sealed bytes; and the request keys and tenants. */
@NullMarked
package dev.perennial.persistence.shared;

import org.jspecify.annotations.NullMarked;
