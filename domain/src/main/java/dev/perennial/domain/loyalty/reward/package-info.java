/** Rewards that members have asked for: what became of each, its voucher, and how often one was had. */
@NullMarked
package dev.perennial.domain.loyalty.reward;

import org.jspecify.annotations.NullMarked;
