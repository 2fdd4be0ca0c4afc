/** What was recorded of a member, decided once more: as it was, and as it would have been under another program. */
@NullMarked
package dev.perennial.domain.loyalty.replay;

import org.jspecify.annotations.NullMarked;
