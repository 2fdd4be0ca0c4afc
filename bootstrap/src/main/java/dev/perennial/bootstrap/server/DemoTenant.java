package dev.perennial.bootstrap.server;

import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.shared.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tenant {@code demo}, with which a fresh server can be tried at once. */
public final class DemoTenant {

    private static final String NAME = "demo";

    private final Tenants tenants;

    public DemoTenant(Tenants tenants) {
        this.tenants = tenants;
    }

    /** @param fresh whether the key was made just now */
    record Key(String value, Path file, boolean fresh) {}

    /** The tenant's key as kept in the folder. A lost one is replaced: only its hash is in the database. */
    Key key(Path data) {
        Path file = data.resolve("demo.key");
        try {
            if (Files.exists(file)) {
                String known = Files.readString(file).strip();
                if (tenants.findByKey(known).isPresent()) {
                    return new Key(known, file, false);
                }
            }
            String made = Secrets.apiKey();
            add(made);
            PrivateFile.write(file, made + System.lineSeparator());
            return new Key(made, file, true);
        } catch (IOException failure) {
            throw new UncheckedIOException("the key in " + file + " cannot be kept", failure);
        }
    }

    private void add(String key) {
        Tenant tenant = tenants.findByName(NAME).orElse(null);
        if (tenant == null) {
            tenants.add(NAME, new Secret(Secrets.randomBytes()), key);
        } else {
            tenants.addKey(tenant, key);
        }
    }
}
