package io.github.auth0migration.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code auth0-import.js}, run by Node.js as IdentitySync would run it.
 *
 * @param text the script
 * @param node who runs it
 * @param folder where files may be put
 */
record Auth0ImportScript(String text, NodeJs node, Path folder) {

    static final Path FILE = Dataflow.FOLDER.resolve("auth0-import.js");
    private static final Path HARNESS = Path.of("src/test/resources/io/github/auth0migration/docs/record-evaluate.js");

    /**
     * What came of some accounts.
     *
     * @param users the records for Auth0, in order
     * @param trace what was logged
     */
    record Result(List<Map<String, Object>> users, List<String> trace) {}

    static Auth0ImportScript asItStands(Path folder) throws IOException {
        return new Auth0ImportScript(Files.readString(FILE), NodeJs.installed(), folder);
    }

    Auth0ImportScript withPbkdf2Digest(String digest) {
        return new Auth0ImportScript(
                text.replace("PBKDF2_DIGEST = null", "PBKDF2_DIGEST = '" + digest + "'"), node, folder);
    }

    Result run(List<Map<String, Object>> accounts) throws IOException {
        String input = Dataflow.JSON.writeValueAsString(Map.of("script", text, "records", accounts));
        JsonNode printed = Dataflow.JSON.readTree(node.run(HARNESS, input, folder));
        List<Map<String, Object>> users = new ArrayList<>();
        for (JsonNode user : printed.path("results")) {
            if (!user.isNull()) {
                users.add(Dataflow.JSON.convertValue(user, Dataflow.OBJECT));
            }
        }
        return new Result(users, Dataflow.texts(printed.path("trace")));
    }
}
