package io.github.auth0migration.simulators.stormpath;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The application's account stores: directories in the order in which they are mapped, and organizations over them. */
final class Directories {

    private final StormpathDialect dialect;
    private final Map<String, String> directoryByNameKey = new ConcurrentHashMap<>();
    private volatile List<String> mapped = List.of(StormpathPerson.DEFAULT_DIRECTORY);

    Directories(StormpathDialect dialect) {
        this.dialect = dialect;
    }

    void map(List<String> names) {
        this.mapped = List.copyOf(names);
    }

    void organization(String nameKey, String directory) {
        directoryByNameKey.put(nameKey, directory);
    }

    List<String> mapped() {
        return mapped;
    }

    boolean maps(StormpathPerson person) {
        return mapped.contains(person.directory());
    }

    String id(String directory) {
        return StormpathIds.named(dialect, "directory " + directory);
    }

    String organizationId(String nameKey) {
        return StormpathIds.named(dialect, "organization " + nameKey);
    }

    /** The organizations over mapped directories. */
    List<String> organizationIds() {
        return directoryByNameKey.keySet().stream()
                .sorted()
                .filter(nameKey -> byNameKey(nameKey).isPresent())
                .map(this::organizationId)
                .toList();
    }

    Optional<String> byNameKey(String nameKey) {
        return Optional.ofNullable(directoryByNameKey.get(nameKey)).filter(mapped::contains);
    }

    /** The mapped directory behind a link to it or to an organization. */
    Optional<String> byHref(String href) {
        String id = href.substring(href.lastIndexOf('/') + 1);
        if (href.contains("/organizations/")) {
            return directoryByNameKey.keySet().stream()
                    .filter(nameKey -> organizationId(nameKey).equals(id))
                    .findFirst()
                    .flatMap(this::byNameKey);
        }
        return href.contains("/directories/")
                ? mapped.stream().filter(name -> id(name).equals(id)).findFirst()
                : Optional.empty();
    }
}
