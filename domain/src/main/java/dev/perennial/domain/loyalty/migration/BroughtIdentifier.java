package dev.perennial.domain.loyalty.migration;

import dev.perennial.domain.member.IdentifierKind;

/**
 * That a customer is known by something, which itself is nobody's business here.
 *
 * @param name the caller's own for a custom one; empty otherwise
 */
public record BroughtIdentifier(IdentifierKind kind, String name) {}
