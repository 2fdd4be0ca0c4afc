/** What every use case stands on: storage and its transactions, request keys, lanes, tenants. */
@NullMarked
package dev.perennial.application.shared;

import org.jspecify.annotations.NullMarked;
