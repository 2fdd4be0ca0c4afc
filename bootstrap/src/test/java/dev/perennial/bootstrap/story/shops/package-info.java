/** The shops of examples/programs, each played over gRPC on the clock of a sandbox, with the very file that ships. */
package dev.perennial.bootstrap.story.shops;
