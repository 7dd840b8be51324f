package io.github.auth0migration.password;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Auth0's own form with digests that the JDK lacks: values of RFC 1320, RFC 2286 and OpenSSL 3. */
final class OpenSslRows {

    private static final String QUESTION = "what do ya want for nothing?";

    private OpenSslRows() {}

    static Stream<HashRow> all() {
        return Stream.of(
                Auth0Rows.row("md4", Auth0Rows.form("md4", Auth0Rows.hash("a448017aaf21d8525fc10ae87aa6729d", "hex")))
                        .withPassword("abc"),
                hmac("md4", "be192c588a8e914d8a59b474a828128f"),
                hmac("ripemd160", "dda6c0213a485a9e24f4742064a7f033b43c4069"),
                hmac(
                        "whirlpool",
                        "3d595ccd1d4f4cfd045af53ba7d5c8283fee6ded6eaf1269071b6b4ea64800056b5077c6a942cfa1221bd4e5aed791276e5dd46a407d2b8007163d3e7cd1de66"),
                pbkdf2("md4", "G/JtAt11YcdDYMUhoibIM0rqFtzBGaPz2Fjp5/u9Ejf8+fzA+epg3Q"),
                pbkdf2("ripemd160", "wQfxdRcRyo5A9Us7G3s6rLGirNcfDo5hq3uxKkMxZ/a7bsCGo9lIUw"),
                pbkdf2("whirlpool", "JBFvW1AKrBjDxgUAvDAxup43rbACeOd56VcTJNnT5UqZEDdLKSyU7Q"));
    }

    private static HashRow hmac(String digest, String mac) {
        Map<String, Object> hash = new LinkedHashMap<>(Auth0Rows.hash(mac, "hex"));
        hash.put("digest", digest);
        hash.put("key", Map.of("value", "Jefe"));
        return Auth0Rows.row("hmac, " + digest, Auth0Rows.form("hmac", hash)).withPassword(QUESTION);
    }

    private static HashRow pbkdf2(String digest, String key) {
        String phc =
                "$pbkdf2-" + digest + "$i=1000,l=40$" + Oracle.unpadded(Oracle.utf8("sixteen bytes!!!")) + "$" + key;
        return Auth0Rows.text("pbkdf2", "pbkdf2-" + digest, phc).withPassword("5ecr3t-pbkdf2");
    }
}
