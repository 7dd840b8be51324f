package io.github.auth0migration.spi;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Private keys as consoles hand them out: PKCS#8, and the older PKCS#1 (RSA) and SEC 1 (EC), each brought into the one
 * form that the JDK reads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
final class PrivateKeyPem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----", Pattern.DOTALL);

    private static final Pattern PARAMETERS =
            Pattern.compile("-----BEGIN EC PARAMETERS-----.*?-----END EC PARAMETERS-----", Pattern.DOTALL);

    // AlgorithmIdentifier: rsaEncryption with NULL; id-ecPublicKey with prime256v1.
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC_P256 = HexFormat.of().parseHex("301306072a8648ce3d020106082a8648ce3d030107");
    private static final byte[] SEC1_P256 = HexFormat.of().parseHex("0201010420");
    private static final byte[] VERSION_0 = HexFormat.of().parseHex("020100");

    private PrivateKeyPem() {}

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException if the text is no private key; the message says what it must be, and quotes nothing
     */
    static byte[] pkcs8(String pem) {
        // openssl writes the curve's parameters in a block before the key's.
        Matcher block = BLOCK.matcher(PARAMETERS.matcher(pem).replaceFirst(""));
        if (!block.find()) {
            throw new IllegalArgumentException("is no PEM block: paste it whole, from -----BEGIN to -----END");
        }
        byte[] der = decode(block.group(2));
        return switch (block.group(1)) {
            case "PRIVATE KEY" -> der;
            case "RSA PRIVATE KEY" -> wrap(RSA, der);
            case "EC PRIVATE KEY" -> wrap(EC_P256, onP256(der));
            case "ENCRYPTED PRIVATE KEY" ->
                throw new IllegalArgumentException("is encrypted: decrypt it first, openssl pkcs8 does that");
            default ->
                throw new IllegalArgumentException(
                        "is no private key: BEGIN PRIVATE KEY, RSA PRIVATE KEY and EC PRIVATE KEY are understood");
        };
    }

    /** A SEC 1 key names its curve at will, but the length of its number does not lie: version 1, then 32 bytes. */
    private static byte[] onP256(byte[] der) {
        int content = der.length > 1 && der[1] < 0 ? 2 + (der[1] & 0x7F) : 2;
        byte[] begin = Arrays.copyOfRange(der, Math.min(content, der.length), content + SEC1_P256.length);
        if (!Arrays.equals(begin, SEC1_P256)) {
            throw new IllegalArgumentException("is on another curve than P-256: make one on P-256");
        }
        return der;
    }

    private static byte[] decode(String body) {
        try {
            return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("holds characters that are no base64: paste it again", null);
        }
    }

    /** PrivateKeyInfo of RFC 5208: version, algorithm, the key in its own form. */
    private static byte[] wrap(byte[] algorithm, byte[] key) {
        return element(0x30, VERSION_0, algorithm, element(0x04, key));
    }

    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        writeLength(element, content.size());
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream to, int length) {
        if (length < 0x80) {
            to.write(length);
            return;
        }
        int bytes = length > 0xFFFF ? 3 : length > 0xFF ? 2 : 1;
        to.write(0x80 | bytes);
        for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
            to.write(length >> shift);
        }
    }
}
