package io.github.auth0migration.sample.endpoint;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.okta.OktaSource;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose people they are: those of a real org, or of a simulated one within this process. */
final class OktaPeople implements AutoCloseable {

    private final OktaSource source;
    private final @Nullable OktaSimulator simulator;

    private OktaPeople(URI orgUrl, String apiToken, @Nullable OktaSimulator simulator) {
        this.simulator = simulator;
        this.source = OktaSource.builder()
                .orgUrl(orgUrl)
                .apiToken(() -> apiToken)
                .userIdPrefix("okta")
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .build();
    }

    /** The org of {@code OKTA_ORG_URL} with {@code OKTA_API_TOKEN}; without either, a simulated one. */
    static OktaPeople of(Map<String, String> environment) {
        String orgUrl = environment.get("OKTA_ORG_URL");
        String apiToken = environment.get("OKTA_API_TOKEN");
        if (orgUrl == null && apiToken == null) {
            return demo();
        }
        if (orgUrl == null || apiToken == null) {
            throw new IllegalArgumentException("OKTA_ORG_URL and OKTA_API_TOKEN must be set both, or neither.");
        }
        return new OktaPeople(URI.create(orgUrl), apiToken, null);
    }

    private static OktaPeople demo() {
        OktaSimulator okta = OktaSimulator.start();
        okta.add(person("ada", "Ada", "Winter").build());
        okta.add(person("paul", "Paul", "Novak").passwordExpired().build());
        okta.add(person("stan", "Stan", "Silva").status("SUSPENDED").build());
        return new OktaPeople(okta.url(), okta.apiToken(), okta);
    }

    private static OktaPerson.Builder person(String name, String firstName, String lastName) {
        return OktaPerson.builder(name + "@example.com")
                .firstName(firstName)
                .lastName(lastName)
                .password(name + "-demo");
    }

    OktaSource source() {
        return source;
    }

    String story() {
        return simulator == null
                ? "People are those of your Okta org."
                : "People of a simulated Okta: ada@example.com with ada-demo comes in, paul@example.com with paul-demo has"
                        + " an expired password, stan@example.com is suspended.";
    }

    @Override
    public void close() {
        source.close();
        if (simulator != null) {
            simulator.close();
        }
    }
}
