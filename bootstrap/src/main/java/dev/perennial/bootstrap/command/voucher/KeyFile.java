package dev.perennial.bootstrap.command.voucher;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.files.FileFailure;
import dev.perennial.contract.loyalty.v1.GetVoucherKeysResponse;
import dev.perennial.grpc.loyalty.signing.Jwk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;

/**
 * A JWK set with its issuer.
 *
 * @param keys by their ids
 */
record KeyFile(String issuer, Map<String, PublicKey> keys) {

    KeyFile {
        keys = Map.copyOf(keys);
    }

    static String json(GetVoucherKeysResponse reply) {
        JsonArray keys = new JsonArray();
        reply.getKeysList().forEach(key -> {
            JsonObject json = new JsonObject();
            json.addProperty("kid", key.getKid());
            json.addProperty("kty", key.getKty());
            json.addProperty("crv", key.getCrv());
            json.addProperty("alg", key.getAlg());
            json.addProperty("use", key.getUse());
            json.addProperty("x", key.getX());
            keys.add(json);
        });
        JsonObject set = new JsonObject();
        set.addProperty("issuer", reply.getIssuer());
        set.add("keys", keys);
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(set);
    }

    static KeyFile read(Path file) {
        try {
            JsonObject set = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            Map<String, PublicKey> keys = new HashMap<>();
            for (JsonElement key : member(set, "keys").getAsJsonArray()) {
                Jwk jwk = new Jwk(member(key.getAsJsonObject(), "x").getAsString());
                keys.put(jwk.kid(), jwk.publicKey());
            }
            return new KeyFile(member(set, "issuer").getAsString(), keys);
        } catch (IOException e) {
            throw new CommandFailure("the file " + file + " cannot be read: " + FileFailure.reason(e), e);
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | UnsupportedOperationException e) {
            throw new CommandFailure(file + " holds no keys as `perennial voucher keys` prints them", e);
        }
    }

    private static JsonElement member(JsonObject object, String name) {
        if (!object.has(name)) {
            throw new IllegalArgumentException("without " + name);
        }
        return object.get(name);
    }
}
