/** Running the platform in this process: the embedded database, the Spring context, the order of start and stop. */
@NullMarked
package dev.perennial.bootstrap.server;

import org.jspecify.annotations.NullMarked;
