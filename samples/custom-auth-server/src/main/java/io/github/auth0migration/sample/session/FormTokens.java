package io.github.auth0migration.sample.session;

import io.github.auth0migration.sample.web.Form;
import io.github.auth0migration.sample.web.Html;
import io.github.auth0migration.sample.web.Template;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that prove that a form came from our own page, the sign-in form included: otherwise another site could sign a
 * visitor in as somebody else. A token is the session id under a key of this process, so nothing need be kept.
 * Thread-safe.
 */
public final class FormTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Template FIELD = Template.named("form-token");

    private final SecretKeySpec key;

    /** Tokens under a new key. */
    public FormTokens() {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        this.key = new SecretKeySpec(bits, ALGORITHM);
    }

    /**
     * The hidden field for a form.
     *
     * @param id the session id of the browser that gets the form
     * @return the field
     */
    public Html field(SessionId id) {
        return FIELD.fill(Map.of("token", token(id)));
    }

    /**
     * Checks a form that came back.
     *
     * @param form the form
     * @param id the session id of the browser that sent it
     * @return whether it came from our own page
     */
    public boolean isOurs(Form form, SessionId id) {
        return MessageDigest.isEqual(
                token(id).getBytes(StandardCharsets.UTF_8), form.field("token").getBytes(StandardCharsets.UTF_8));
    }

    private String token(SessionId id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] token = mac.doFinal(id.value().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
