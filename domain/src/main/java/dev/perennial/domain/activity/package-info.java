/** What customers did: facts that happened, are never refused for business reasons and may arrive late or shuffled. */
@NullMarked
package dev.perennial.domain.activity;

import org.jspecify.annotations.NullMarked;
