package io.github.auth0migration.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Certificates for {@code localhost}, made by the JDK's keytool when the test runs, and contexts that use them. */
public final class TestTls {

    /** What is wrong with a server's certificate. */
    public enum Certificate {
        /** Nothing. */
        GOOD,
        /** Signed by itself. */
        SELF_SIGNED,
        /** Signed well, out of date. */
        EXPIRED,
        /** Signed well, for another host. */
        WRONG_HOST
    }

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String CA = "ca";
    private static final long KEYTOOL_MINUTES = 2;

    /** So that a clock which is set back during a test does not make them invalid. */
    private static final String YESTERDAY = "-1d";

    private final KeyStore store;

    private TestTls(KeyStore store) {
        this.store = store;
    }

    /** Makes an authority and one certificate of each kind in a new file in a directory. */
    public static TestTls in(Path directory) {
        Path file = directory.resolve("test-tls.p12");
        String localhost = "san=dns:localhost,ip:127.0.0.1";
        generate(file, CA, "-ext", "bc:c", "-startdate", YESTERDAY, "-validity", "30");
        signed(file, Certificate.GOOD, localhost, YESTERDAY, "30");
        generate(file, alias(Certificate.SELF_SIGNED), "-ext", localhost, "-startdate", YESTERDAY, "-validity", "30");
        signed(file, Certificate.EXPIRED, localhost, "-20d", "10");
        signed(file, Certificate.WRONG_HOST, "san=dns:other.example", YESTERDAY, "30");
        return new TestTls(load(file));
    }

    /** {@return a context for clients that trust the authority} */
    public SSLContext client() {
        try {
            KeyStore trusted = empty();
            trusted.setCertificateEntry(CA, store.getCertificate(CA));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return a context for a server that shows a certificate} */
    public SSLContext server(Certificate certificate) {
        try {
            String alias = alias(certificate);
            KeyStore own = empty();
            own.setKeyEntry(alias, store.getKey(alias, PASSWORD), PASSWORD, store.getCertificateChain(alias));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String alias(Certificate certificate) {
        return certificate.name().toLowerCase(Locale.ROOT);
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load((@Nullable InputStream) null, null);
        return store;
    }

    private static KeyStore load(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void signed(Path file, Certificate certificate, String names, String start, String days) {
        generate(file, alias(certificate), "-signer", CA, "-ext", names, "-startdate", start, "-validity", days);
    }

    private static void generate(Path file, String alias, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storetype",
                "PKCS12"));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", new String(PASSWORD)));
        command.addAll(List.of("-alias", alias, "-dname", "CN=" + alias));
        command.addAll(List.of(more));
        try {
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            keytool.onExit().orTimeout(KEYTOOL_MINUTES, TimeUnit.MINUTES).exceptionally(e -> keytool.destroyForcibly());
            String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool failed: " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
