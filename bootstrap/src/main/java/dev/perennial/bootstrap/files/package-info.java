/**
 * What the JDK leaves to do with files: saying why one cannot be used, and removing a folder with all that is in it.
 */
@NullMarked
package dev.perennial.bootstrap.files;

import org.jspecify.annotations.NullMarked;
