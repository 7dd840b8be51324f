package io.github.auth0migration.simulators.stormpath;

import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.simulators.Client.Answer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests on its own, so that the simulator is not measured by itself. */
final class Signer {

    private final StormpathSimulator stormpath;
    private String timestamp = "20260301T120000Z";
    private String nonce = "0d3cb1a2-3c1f-4d4e-8f5a-6b7c8d9e0f10";
    private String secret;

    Signer(StormpathSimulator stormpath) {
        this.stormpath = stormpath;
        this.secret = stormpath.apiKeySecret();
    }

    Signer at(String time) {
        this.timestamp = time;
        return this;
    }

    Signer nonce(String other) {
        this.nonce = other;
        return this;
    }

    Signer secret(String other) {
        this.secret = other;
        return this;
    }

    Answer get(String path, String sentQuery, String signedQuery) throws IOException {
        return Client.send(signed("GET", path, signedQuery, "", request(path, sentQuery)));
    }

    Answer post(String path, String signedBody, String sentBody) throws IOException {
        return Client.send(signed("POST", path, "", signedBody, request(path, ""))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(sentBody)));
    }

    private HttpRequest.Builder request(String path, String query) {
        return new Caller(stormpath).client().request(path + (query.isEmpty() ? "" : "?" + query));
    }

    private HttpRequest.Builder signed(
            String method, String path, String query, String body, HttpRequest.Builder request) {
        String date = timestamp.substring(0, 8);
        String id = stormpath.apiKeyId() + "/" + date + "/" + nonce + "/sauthc1_request";
        String canonical = method + "\n" + path + "\n" + query + "\nhost:"
                + stormpath.url().getAuthority() + "\nx-stormpath-date:" + timestamp
                + "\n\nhost;x-stormpath-date\n" + hash(body);
        byte[] key = bytes("SAuthc1" + secret);
        for (String part : List.of(date, nonce, "sauthc1_request")) {
            key = mac(key, part);
        }
        String toSign = "HMAC-SHA-256\n" + timestamp + "\n" + id + "\n" + hash(canonical);
        return request.header("X-Stormpath-Date", timestamp)
                .header(
                        "Authorization",
                        "SAuthc1 sauthc1Id=" + id + ", sauthc1SignedHeaders=host;x-stormpath-date, sauthc1Signature="
                                + HexFormat.of().formatHex(mac(key, toSign)));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has this", e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has this", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
