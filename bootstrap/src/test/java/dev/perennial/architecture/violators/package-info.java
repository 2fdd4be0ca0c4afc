/** A small house in which everything is wrong on purpose: each rule of the architecture is shown to fail here. */
package dev.perennial.architecture.violators;
