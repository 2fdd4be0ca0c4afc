/** What every use case stands on: request keys and their fingerprints, replies, tenants, how storage fails. */
@NullMarked
package dev.perennial.application.shared;

import org.jspecify.annotations.NullMarked;
