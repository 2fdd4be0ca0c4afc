/** Recording what customers did, and finding it again. */
@NullMarked
package dev.perennial.application.activity;

import org.jspecify.annotations.NullMarked;
