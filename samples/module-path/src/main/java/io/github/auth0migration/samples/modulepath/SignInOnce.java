package io.github.auth0migration.samples.modulepath;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.okta.OktaSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

/**
 * Signs one person in at an Okta organization: the address is the argument; token, e-mail and password are three lines on
 * standard input.
 */
public final class SignInOnce {

    private SignInOnce() {}

    /**
     * Runs the program.
     *
     * @param args the organization's address
     */
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in, StandardCharsets.UTF_8);
        String token = input.nextLine();
        try (OktaSource okta = OktaSource.builder()
                .orgUrl(URI.create(args[0]))
                .apiToken(() -> token)
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .userIdPrefix("okta")
                .build()) {
            System.out.println(okta.login(input.nextLine(), input.nextLine())
                    .<String>fold(
                            authenticated -> "welcome " + authenticated.user().userId(),
                            rejected -> rejected.messageForPerson(),
                            refused -> refused.refusal().messageForPerson(),
                            unavailable -> unavailable.failure().messageForPerson()));
        }
    }
}
