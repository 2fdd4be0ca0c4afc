package dev.perennial.application.feed;

import dev.perennial.application.shared.Payload;
import dev.perennial.domain.feed.Event;

/** Turns an event into the bytes that consumers of the feed will read. */
@FunctionalInterface
public interface EventEncoder {

    Payload encode(Event event);
}
