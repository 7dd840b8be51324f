package io.github.auth0migration.simulators.stormpath;

import java.time.Instant;

/** What the tenant is and has. */
record TenantInfo(String id, String applicationId, Instant created, Directories directories) {}
