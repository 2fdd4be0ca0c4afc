/** What every command needs to talk to a server and to its user: the connection, the key, one clear line on failure. */
@NullMarked
package dev.perennial.bootstrap.command.client;

import org.jspecify.annotations.NullMarked;
