package io.github.auth0migration.okta;

import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpReply;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The link to the next page of a list, in the {@code Link} headers; Okta sends one header for each link. It must lead to
 * the very address that was asked, and even then only its query is taken over: a token follows no link.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>
 */
final class NextLink {

    private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");
    private static final Pattern IS_NEXT =
            Pattern.compile("(?i)(?:^|[;\\s])rel\\s*=\\s*(?:\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\"|next(?=[;,\\s]|$))");

    private NextLink() {}

    /** Whether there is another page, wherever it may be. */
    static boolean isIn(HttpReply reply) {
        return reply.headers("Link").stream()
                .anyMatch(header -> IS_NEXT.matcher(header).find());
    }

    /** The query of the next page, decoded; empty at the end of the list. */
    static Optional<Map<String, String>> queryOf(HttpReply reply, URI asked) throws CallFailedException {
        if (!isIn(reply)) {
            return Optional.empty();
        }
        Set<String> targets = new LinkedHashSet<>();
        for (String header : reply.headers("Link")) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                if (IS_NEXT.matcher(link.group(2)).find()) {
                    targets.add(link.group(1));
                }
            }
        }
        if (targets.size() != 1) {
            throw malformed("is not one link");
        }
        return Optional.of(queryOf(targets.iterator().next(), asked));
    }

    private static Map<String, String> queryOf(String target, URI asked) throws CallFailedException {
        URI next;
        try {
            next = asked.resolve(new URI(target));
        } catch (URISyntaxException e) {
            throw malformed("is no address");
        }
        if (!leadsTo(asked, next)) {
            throw malformed("leads elsewhere: if the organization has several addresses, set orgUrl to the one that it"
                    + " answers with");
        }
        Map<String, String> query = parsed(next.getRawQuery());
        if (query.getOrDefault("after", "").isEmpty()) {
            throw malformed("does not say where it begins");
        }
        return query;
    }

    private static boolean leadsTo(URI asked, URI next) {
        return asked.getScheme().equalsIgnoreCase(next.getScheme())
                && asked.getHost().equalsIgnoreCase(next.getHost())
                && port(asked) == port(next)
                && next.getRawUserInfo() == null
                && asked.getRawPath().equals(next.getRawPath());
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    private static Map<String, String> parsed(@Nullable String rawQuery) throws CallFailedException {
        try {
            return LinkQuery.parse(rawQuery == null ? "" : rawQuery);
        } catch (IllegalArgumentException e) {
            throw malformed(e.getMessage());
        }
    }

    private static CallFailedException malformed(@Nullable String what) {
        return CallFailedException.maybeSent(
                Failure.of(Failure.Kind.MALFORMED_RESPONSE, "Okta's link to the next page " + what + "."));
    }
}
