package dev.perennial.architecture.violators.domain.ledger;

import dev.perennial.architecture.violators.domain.feed.Happened;

record LedgerWithFeed(Happened happened) {}
