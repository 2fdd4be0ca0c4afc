/**
 * What a client of Perennial needs beside the stubs: its credential and the service config. The latter is the resource
 * {@code service_config.json} of this package, to be parsed into a map for
 * {@code ManagedChannelBuilder.defaultServiceConfig}.
 */
@NullMarked
package dev.perennial.contract;

import org.jspecify.annotations.NullMarked;
