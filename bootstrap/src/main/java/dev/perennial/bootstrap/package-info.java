/** The one executable: its main class and the commands it carries. */
@NullMarked
package dev.perennial.bootstrap;

import org.jspecify.annotations.NullMarked;
