package dev.perennial.bootstrap.command.voucher;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.ClientOptions;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.contract.loyalty.v1.GetVoucherKeysRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a till needs to check signed codes. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Prints the tenant's public keys as a JWK set, with the tenant's name as its issuer.")
final class KeysCommand implements Runnable {

    @Mixin
    ClientOptions client = new ClientOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        try (ApiClient api = client.connect()) {
            Terminal.of(spec)
                    .say(KeyFile.json(api.vouchers().getVoucherKeys(GetVoucherKeysRequest.getDefaultInstance())));
        }
    }
}
