package io.github.auth0migration.spi;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes signed JSON Web Tokens, by which a source proves itself to its platform. It verifies none: no decision here
 * rests on somebody else's token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519</a>
 * @since 0.1.0
 */
public final class Jwt {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Jwt() {}

    /**
     * Signs a token.
     *
     * @param key signs; its algorithm becomes {@code alg}, whatever the header says
     * @param header what else the header says, for example {@code typ} and {@code kid}
     * @param claims what the token says
     * @return the token in compact form; a credential
     */
    public static String signed(SigningKey key, Map<String, ?> header, Map<String, ?> claims) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("alg", key.algorithm());
        whole.putAll(header);
        whole.put("alg", key.algorithm());
        String signed = part(whole) + "." + part(claims);
        return signed + "." + BASE64.encodeToString(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String part(Map<String, ?> members) {
        return BASE64.encodeToString(Json.write(members).getBytes(StandardCharsets.UTF_8));
    }
}
