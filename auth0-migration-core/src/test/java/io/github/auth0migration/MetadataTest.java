package io.github.auth0migration;

import static io.github.auth0migration.People.ada;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.spi.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {

    private static final int LIMIT = 10 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__tenant",
                "_id",
                "blocked",
                "clientID",
                "created_at",
                "email_verified",
                "email",
                "globalClientID",
                "global_client_id",
                "identities",
                "lastIP",
                "lastLogin",
                "loginsCount",
                "metadata",
                "multifactor_last_modified",
                "multifactor",
                "updated_at",
                "user_id"
            })
    void forbiddenNamesAreDroppedFromAppMetadataOnly(String name) {
        MigratedUser user = ada(
                u -> u.appMetadata(Map.of(name, "x", "plan", Map.of(name, "y"))).userMetadata(Map.of(name, "x")));

        assertThat(user.appMetadata()).isEqualTo(Map.of("plan", Map.of(name, "y")));
        assertThat(user.userMetadata()).isEqualTo(Map.of(name, "x"));
        assertThat(user.caveats()).containsExactly(new Caveat(Caveat.Kind.FIELD_DROPPED, "app_metadata." + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "$a", ".", "a$", ""})
    void keysWithDotOrDollarAreDroppedAtAllDepths(String key) {
        Map<String, Object> metadata =
                Map.of(key, 1, "keep", Map.of(key, 1, "list", List.of(Map.of(key, 1, "kept", true))));
        MigratedUser user = ada(u -> u.userMetadata(metadata).appMetadata(metadata));

        Map<String, Object> kept = Map.of("keep", Map.of("list", List.of(Map.of("kept", true))));
        assertThat(user.userMetadata()).isEqualTo(kept);
        assertThat(user.appMetadata()).isEqualTo(kept);
        assertThat(user.caveats())
                .allMatch(c -> c.kind() == Caveat.Kind.FIELD_DROPPED)
                .hasSize(6);
    }

    @Test
    void nullsGoWithoutACaveat() {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put("gone", null);
        metadata.put("list", Arrays.asList(1, null, "two"));
        MigratedUser user = ada(u -> u.userMetadata(metadata));

        assertThat(user.userMetadata()).isEqualTo(Map.of("list", List.of(1, "two")));
        assertThat(user.caveats()).isEmpty();
    }

    @Test
    void unsupportedTypesAreDropped() {
        MigratedUser user = ada(u -> u.userMetadata(Map.of(
                "when", Instant.EPOCH, "nested", Map.of("set", Set.of(1)), "list", List.of(Optional.empty(), 2))));

        assertThat(user.userMetadata()).isEqualTo(Map.of("nested", Map.of(), "list", List.of(2)));
        assertThat(user.caveats())
                .extracting(Caveat::subject)
                .containsExactlyInAnyOrder("user_metadata.when", "user_metadata.nested.set", "user_metadata.list");
    }

    @Test
    void metadataIsCopiedDeeplyInAndOut() {
        List<Object> list = new ArrayList<>(List.of("a"));
        Map<String, Object> inner = new HashMap<>(Map.of("list", list));
        AtomicInteger count = new AtomicInteger(1);
        MigratedUser user = ada(u -> u.userMetadata(Map.of("inner", inner)).appMetadata(Map.of("inner", inner)));
        MigratedUser counted = ada(u -> u.userMetadata(Map.of("count", count)));

        list.add("b");
        inner.clear();
        count.set(2);
        spoil(user.userMetadata());
        spoil(user.appMetadata());
        spoil(user.toAuth0Profile());
        spoil(LoginOutcome.Authenticated.of(user).toAuth0Profile(Instant.EPOCH));

        assertThat(user.userMetadata()).isEqualTo(Map.of("inner", Map.of("list", List.of("a"))));
        assertThat(user.appMetadata()).isEqualTo(Map.of("inner", Map.of("list", List.of("a"))));
        assertThat(counted.userMetadata()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static void spoil(Map<String, Object> map) {
        map.values().forEach(value -> {
            if (value instanceof Map) {
                spoil((Map<String, Object>) value);
            } else if (value instanceof List) {
                ((List<Object>) value).add("spoilt");
            }
        });
        map.put("spoilt", true);
    }

    @Test
    void profileThatFitsLosesNothing() {
        MigratedUser user = ada(u -> u.userMetadata(Map.of("a", "x".repeat(4_000), "b", "x".repeat(4_000))));

        assertThat(user.caveats()).isEmpty();
        assertThat(bytes(user)).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void largestEntriesGoFirstAndUsersOwnBeforeTheApplications() {
        MigratedUser user = ada(u -> u.userMetadata(Map.of("small", "x", "large", "x".repeat(6_000)))
                .appMetadata(Map.of("plan", "x".repeat(7_000))));

        assertThat(user.userMetadata()).containsOnlyKeys("small");
        assertThat(user.appMetadata()).containsOnlyKeys("plan");
        assertThat(user.caveats()).containsExactly(new Caveat(Caveat.Kind.FIELD_DROPPED, "user_metadata.large"));
        assertThat(bytes(user)).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void bytesCountNotCharacters() {
        MigratedUser user = ada(u -> u.userMetadata(Map.of("a", "€".repeat(3_400))));

        assertThat(user.userMetadata()).isEmpty();
        assertThat(bytes(user)).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void manySmallEntriesStayWithinTheLimit() {
        Map<String, Object> many = new LinkedHashMap<>();
        for (int i = 0; i < 5_000; i++) {
            many.put("k" + i, i);
        }
        assertThat(bytes(ada(u -> u.userMetadata(many).appMetadata(many)))).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void longNamesOfWhatWasDroppedStayWithinTheLimit() {
        Map<String, Object> many = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            many.put("k".repeat(400) + i, Instant.EPOCH);
        }
        many.put("a", "x".repeat(8_400));

        assertThat(bytes(ada(u -> u.userMetadata(many)))).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void largestFieldsAllTogetherStayWithinTheLimit() {
        MfaFactor factor = MfaFactor.phone("+123456789012345");
        MigratedUser user = People.profileOf("€".repeat(255))
                .email("€".repeat(64) + "@" + "€".repeat(189), true)
                .username("u".repeat(128))
                .name("€".repeat(150))
                .givenName("€".repeat(150))
                .familyName("€".repeat(150))
                .nickname("€".repeat(300))
                .picture("https://cdn.example.com/" + "p".repeat(2_024))
                .mfaFactors(Collections.nCopies(10, factor))
                .userMetadata(Map.of("a", "x"))
                .appMetadata(Map.of("a", "x"))
                .build();

        assertThat(bytes(user)).isLessThanOrEqualTo(LIMIT);
    }

    private static int bytes(MigratedUser user) {
        Map<String, Object> profile =
                LoginOutcome.Authenticated.of(user).toAuth0Profile(Instant.parse("2026-11-20T10:00:00.123456789Z"));
        return Json.write(profile).getBytes(StandardCharsets.UTF_8).length;
    }
}
