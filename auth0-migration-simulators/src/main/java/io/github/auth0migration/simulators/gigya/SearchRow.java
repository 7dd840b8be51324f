package io.github.auth0migration.simulators.gigya;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One account as search sees it. */
interface SearchRow {

    /** Whether it is an address with a token only: no UID, no password. */
    boolean isLite();

    @Nullable
    Object member(String name);

    List<String> everything();

    static SearchRow of(GigyaPerson person, AccountJson json) {
        return new SearchRow() {
            @Override
            public boolean isLite() {
                return false;
            }

            @Override
            public @Nullable Object member(String name) {
                return json.member(person, name);
            }

            @Override
            public List<String> everything() {
                return AccountJson.EVERYTHING;
            }
        };
    }

    static SearchRow lite(String token, String email) {
        Map<String, Object> members = Map.of(
                "token", token, "hasLiteAccount", true, "hasFullAccount", false, "profile", Map.of("email", email));
        return new SearchRow() {
            @Override
            public boolean isLite() {
                return true;
            }

            @Override
            public @Nullable Object member(String name) {
                return members.get(name);
            }

            @Override
            public List<String> everything() {
                return List.copyOf(members.keySet());
            }
        };
    }
}
