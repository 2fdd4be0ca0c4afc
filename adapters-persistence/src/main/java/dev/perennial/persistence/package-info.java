/** The ports of the application over SQL that MySQL and MariaDB both understand; this package puts them together in one transaction. */
@NullMarked
package dev.perennial.persistence;

import org.jspecify.annotations.NullMarked;
