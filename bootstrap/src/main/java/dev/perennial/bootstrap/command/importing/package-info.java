/**
 * Importing purchases from CSV. The file is read twice: once to learn which orders lie scattered over it, once to send
 * each order when its last row has come. So rows need no order, and memory holds the members' ids, a Bloom filter and
 * only those orders whose rows are apart.
 */
@NullMarked
package dev.perennial.bootstrap.command.importing;

import org.jspecify.annotations.NullMarked;
