package io.github.auth0migration.gigya;

import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import java.util.List;
import java.util.OptionalLong;

/**
 * A page of accounts.search that holds all that it counts: whoever is left out of one would otherwise be nobody.
 *
 * @param rows its accounts, lite ones among them
 * @param json the whole answer
 */
record SearchPage(List<JsonObject> rows, JsonObject json) {

    static SearchPage of(JsonObject json) throws CallFailedException {
        List<JsonObject> rows = json.objects("results");
        if (!json.has("results") && !countsNobody(json)) {
            throw malformed("Gigya's page has no results, so whether somebody is missing cannot be said.");
        }
        if (json.integer("objectsCount").orElse(0) > rows.size()) {
            throw malformed("Gigya's page counts more accounts than it holds.");
        }
        return new SearchPage(rows, json);
    }

    private static boolean countsNobody(JsonObject json) throws CallFailedException {
        OptionalLong total = json.integer("totalCount");
        return (total.isPresent() ? total : json.integer("objectsCount")).orElse(1) == 0;
    }

    /** Whether there are accounts beyond this page. */
    boolean isPart() throws CallFailedException {
        return json.integer("totalCount").orElse(rows.size()) > rows.size();
    }

    static CallFailedException malformed(String detail) {
        return CallFailedException.maybeSent(Failure.of(Failure.Kind.MALFORMED_RESPONSE, detail));
    }
}
