package io.github.auth0migration.simulators.okta;

/** A factor that a person has enrolled, or has begun to. */
record OktaFactor(String id, String type, String provider, String status) {

    boolean isActive() {
        return status.equals("ACTIVE");
    }
}
