package dev.perennial.application.shared;

import java.time.Instant;
import java.util.Optional;

/** The tenants and their API keys. Keys are kept as SHA-256 only. */
public interface Tenants {

    /** The tenant that the key belongs to; empty for an unknown key. */
    Optional<Tenant> findByKey(String apiKey);

    Optional<Tenant> findByName(String name);

    /**
     * Adds a tenant with a first key; the caller makes key and secret. Refused by {@link StorageException.Rejected}
     * when the name is taken.
     */
    Tenant add(String name, Secret secret, String apiKey);

    /**
     * Adds a sandbox, as {@link #add} adds a real tenant.
     *
     * @param start what its clock shows at first, to the microsecond
     */
    Tenant addSandbox(String name, Secret secret, String apiKey, Instant start);

    /** Gives the tenant one more key. */
    void addKey(Tenant tenant, String apiKey);

    /**
     * Takes a key away. A server may accept it for some seconds more.
     *
     * @return whether there was such a key
     */
    boolean revokeKey(String apiKey);
}
