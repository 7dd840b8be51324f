package io.github.auth0migration.simulators.stormpath;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is not an account, as it is shown: collections, groups, directories, the application, the tenant. */
final class Resources {

    private final Settings settings;
    private final Hrefs hrefs;
    private final TenantInfo tenant;

    Resources(Settings settings, Hrefs hrefs, TenantInfo tenant) {
        this.settings = settings;
        this.hrefs = hrefs;
        this.tenant = tenant;
    }

    String href(String path) {
        return hrefs.to(path);
    }

    Map<String, Object> link(String path) {
        return Map.of("href", hrefs.to(path));
    }

    Map<String, Object> collection(String path, Range range, long total, List<?> items) {
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("href", hrefs.to(path));
        collection.put("offset", range.offset());
        collection.put("limit", range.limit());
        switch (settings.size()) {
            case ITEMS -> collection.put("size", items.size());
            case TOTAL -> collection.put("size", total);
            case OMITTED -> {}
        }
        collection.put("items", items);
        return collection;
    }

    Map<String, Object> groups(StormpathPerson person, Range range) {
        return ofGroups(person, "groups", range, this::group);
    }

    Map<String, Object> memberships(StormpathPerson person, Range range) {
        return ofGroups(person, "groupMemberships", range, group -> membership(person, group));
    }

    Map<String, @Nullable Object> customData(StormpathPerson person) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>(person.customData());
        data.put("href", hrefs.to(accountPath(person) + "/customData"));
        data.put("createdAt", person.attribute("createdAt"));
        data.put("modifiedAt", person.attribute("modifiedAt"));
        return data;
    }

    Map<String, Object> directory(String name) {
        Map<String, Object> directory = named(directoryPath(name), name);
        directory.put("accounts", link(directoryPath(name) + "/accounts"));
        directory.put("groups", link(directoryPath(name) + "/groups"));
        return directory;
    }

    Map<String, Object> application() {
        String path = "/applications/" + tenant.applicationId();
        Map<String, Object> application = named(path, "Example application");
        List.of("accounts", "groups", "loginAttempts", "accountStoreMappings", "passwordResetTokens")
                .forEach(part -> application.put(part, link(path + "/" + part)));
        return application;
    }

    /** The mapped directories, and the organizations over them. */
    Map<String, Object> mappings(Range range) {
        Directories directories = tenant.directories();
        List<String> stores = Stream.concat(
                        directories.mapped().stream().map(this::directoryPath),
                        directories.organizationIds().stream().map(id -> "/organizations/" + id))
                .toList();
        List<Map<String, Object>> items =
                range.of(stores).stream().map(this::mapping).toList();
        return collection(
                "/applications/" + tenant.applicationId() + "/accountStoreMappings", range, stores.size(), items);
    }

    private Map<String, Object> mapping(String store) {
        String id = StormpathIds.named(settings.dialect(), "mapping " + store);
        return Map.of(
                "href",
                hrefs.to("/accountStoreMappings/" + id),
                "application",
                link("/applications/" + tenant.applicationId()),
                "accountStore",
                link(store));
    }

    Map<String, Object> tenant() {
        return Map.of("href", hrefs.to(tenantPath()), "name", "example", "key", "example");
    }

    String tenantPath() {
        return "/tenants/" + tenant.id();
    }

    String directoryPath(String name) {
        return "/directories/" + tenant.directories().id(name);
    }

    static String accountPath(StormpathPerson person) {
        return "/accounts/" + person.id();
    }

    private Map<String, Object> ofGroups(
            StormpathPerson person, String part, Range range, Function<String, Map<String, Object>> show) {
        List<Map<String, Object>> items =
                range.of(person.groups()).stream().map(show).toList();
        return collection(
                accountPath(person) + "/" + part, range, person.groups().size(), items);
    }

    private Map<String, Object> group(String name) {
        Map<String, Object> group = named(groupPath(name), name);
        group.put("customData", link(groupPath(name) + "/customData"));
        group.put("accounts", link(groupPath(name) + "/accounts"));
        return group;
    }

    private Map<String, Object> membership(StormpathPerson person, String group) {
        String id = StormpathIds.named(settings.dialect(), "membership " + person.id() + " " + group);
        return Map.of(
                "href",
                hrefs.to("/groupMemberships/" + id),
                "account",
                link(accountPath(person)),
                "group",
                link(groupPath(group)));
    }

    private String groupPath(String name) {
        return "/groups/" + StormpathIds.named(settings.dialect(), "group " + name);
    }

    private Map<String, Object> named(String path, String name) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("href", hrefs.to(path));
        if (settings.dialect().isCompatible()) {
            resource.put("id", path.substring(path.lastIndexOf('/') + 1));
        }
        resource.put("name", name);
        resource.put("description", "");
        resource.put("status", "ENABLED");
        String created =
                Optional.ofNullable(StormpathPerson.time(tenant.created())).orElse("");
        resource.put("createdAt", created);
        resource.put("modifiedAt", created);
        resource.put("tenant", link(tenantPath()));
        return resource;
    }
}
