package io.github.auth0migration;

import java.util.function.Consumer;

/** People and outcomes for the tests of this package. */
final class People {

    static final String ADA = "ada@example.com";

    private People() {}

    static MigratedUser.Builder profileOf(String userId) {
        return MigratedUser.builder(userId, new SourceAccount("okta", "00u1", "ACTIVE"));
    }

    static MigratedUser ada(String userId) {
        return profileOf(userId).email(ADA, true).build();
    }

    static MigratedUser ada(Consumer<MigratedUser.Builder> profile) {
        MigratedUser.Builder builder = profileOf("okta|00u1").email(ADA, true);
        profile.accept(builder);
        return builder.build();
    }

    static LoginOutcome in(String userId) {
        return LoginOutcome.Authenticated.of(ada(userId));
    }

    static LoginOutcome wrongPassword() {
        return LoginOutcome.Rejected.of(LoginOutcome.Cause.WRONG_PASSWORD);
    }

    static LookupOutcome found(String userId) {
        return new LookupOutcome.Found(ada(userId));
    }

    static LookupOutcome nobody() {
        return new LookupOutcome.NotFound(LookupOutcome.Evidence.EXACT);
    }

    static Failure down() {
        return Failure.of(Failure.Kind.CONNECT, "Connection refused.");
    }

    static Failure.Kind kind(LoginOutcome outcome) {
        return ((LoginOutcome.Unavailable) outcome).failure().kind();
    }

    static Failure.Kind kind(LookupOutcome outcome) {
        return ((LookupOutcome.Unavailable) outcome).failure().kind();
    }
}
