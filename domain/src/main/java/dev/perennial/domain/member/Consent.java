package dev.perennial.domain.member;

import java.time.Instant;

/**
 * Whether a customer wants to be contacted by a channel. Without one nobody knows, and that is no consent.
 *
 * @param given whether it was given, or refused or taken back
 * @param at when the customer said so
 * @param source where, in the caller's words: a form, a till, a campaign; what is shown when somebody asks for proof
 */
public record Consent(ConsentChannel channel, boolean given, Instant at, String source) {}
