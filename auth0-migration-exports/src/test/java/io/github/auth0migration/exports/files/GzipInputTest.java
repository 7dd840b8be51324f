package io.github.auth0migration.exports.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipInputTest {

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        // A byte at a time, as a slow disk may give them.
        InputStream slow = new ByteArrayInputStream(packed) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1));
            }
        };
        byte[] result;
        try (GzipInput in = new GzipInput(slow)) {
            result = in.readAllBytes();
        }
        try (GzipInput in = new GzipInput(new ByteArrayInputStream(packed))) {
            assertThat(in.readAllBytes()).isEqualTo(result);
        }
        return result;
    }

    @Test
    void membersAreReadOneAfterTheOther() throws IOException {
        byte[] a = "a".repeat(300_000).getBytes(US_ASCII);
        byte[] b = "b".getBytes(US_ASCII);

        assertThat(unpacked(gzip(a))).isEqualTo(a);
        assertThat(unpacked(joined(gzip(a), gzip(new byte[0]), gzip(b)))).isEqualTo(joined(a, b));
        assertThat(unpacked(joined(gzip(b), new byte[5000]))).isEqualTo(b);
    }

    @Test
    void headersOfAllKindsAreRead() throws IOException {
        byte[] plain = "text".getBytes(US_ASCII);
        byte[] packed = gzip(plain);
        byte[] head = Arrays.copyOf(packed, 10);
        head[3] = 0x1f;
        byte[] extra = {3, 0, 1, 2, 3, 'n', 0, 'c', 0, 0, 0};

        assertThat(unpacked(joined(head, extra, Arrays.copyOfRange(packed, 10, packed.length))))
                .isEqualTo(plain);
    }

    @Test
    void whatIsDamagedAnywhereIsNotTakenForWhole() throws IOException {
        byte[] a = gzip("some text, some more text".getBytes(US_ASCII));
        byte[] two = joined(a, a);

        for (int length = 1; length < two.length; length++) {
            byte[] cut = Arrays.copyOf(two, length);
            if (length != a.length) {
                assertDamaged(cut);
            }
        }
        assertDamaged(joined(a, new byte[] {'x'}));
        assertDamaged(joined(a, new byte[] {0, 0, 'x'}));
        assertDamaged(joined(a, new byte[] {0x1f, 'x'}));
        for (int i : new int[] {2, 3, 14, a.length - 8, a.length - 4}) {
            byte[] changed = a.clone();
            changed[i] ^= (byte) 0xc0;
            assertDamaged(changed);
        }
    }

    @Test
    void aChecksumThatDoesNotFitIsNotOverlooked() throws IOException {
        byte[] packed = gzip("text".getBytes(US_ASCII));
        CRC32 other = new CRC32();
        other.update("tent".getBytes(US_ASCII));
        for (int i = 0; i < 4; i++) {
            packed[packed.length - 8 + i] = (byte) (other.getValue() >>> (8 * i));
        }

        assertDamaged(packed);
    }

    private static void assertDamaged(byte[] packed) {
        assertThatIOException().isThrownBy(() -> unpacked(packed)).withMessageContaining("damaged or cut");
    }
}
