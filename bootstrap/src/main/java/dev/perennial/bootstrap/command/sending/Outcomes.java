package dev.perennial.bootstrap.command.sending;

import dev.perennial.bootstrap.command.client.ApiError;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.Consequences;

/** Hears what became of each fact, on the thread that sends them. */
public interface Outcomes {

    /** The fact is recorded; {@code replayed} when it had been before. */
    void recorded(Activity activity, Consequences consequences, boolean replayed);

    /** The fact is refused for good; what may succeed a little later is tried again and not told. */
    void refused(Activity activity, ApiError error);
}
