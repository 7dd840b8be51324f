package io.github.auth0migration.simulators.stormpath;

import static io.github.auth0migration.simulators.stormpath.Caller.verdict;
import static io.github.auth0migration.simulators.stormpath.StormpathDialect.COMPATIBLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StormpathStoresTest {

    private static final String ADA = "ada@example.com";
    private static final String STAFF_PASSWORD = Marked.secret("staff");

    private final StormpathSimulator stormpath = StormpathSimulator.start();
    private final StormpathSimulator compatible =
            StormpathSimulator.builder().dialect(COMPATIBLE).start();
    private final Caller caller = new Caller(stormpath);
    private final Caller other = new Caller(compatible);

    @BeforeEach
    void addTheSameAddressTwice() {
        for (StormpathSimulator server : new StormpathSimulator[] {stormpath, compatible}) {
            server.mapDirectories("Staff", "Customers");
            server.add(StormpathPerson.builder(ADA).password(Marked.PASSWORD).build());
            server.add(StormpathPerson.builder(ADA)
                    .directory("Staff")
                    .password(STAFF_PASSWORD)
                    .build());
        }
    }

    @AfterEach
    void close() {
        stormpath.close();
        compatible.close();
    }

    @Test
    void theFirstStoreThatHoldsTheLoginDecides() throws IOException {
        assertThat(verdict(caller.login(ADA, STAFF_PASSWORD))).isEqualTo("200");
        assertThat(verdict(caller.login(ADA, Marked.PASSWORD))).isEqualTo("400 7100");

        stormpath.mapDirectories("Customers", "Staff");
        assertThat(verdict(caller.login(ADA, Marked.PASSWORD))).isEqualTo("200");
        assertThat(verdict(caller.login(ADA, STAFF_PASSWORD))).isEqualTo("400 7100");
    }

    @Test
    void aCompatibleServerTakesWhomTheDatabaseFindsFirst() throws IOException {
        assertThat(verdict(other.login(ADA, Marked.PASSWORD))).isEqualTo("200");
        assertThat(verdict(other.login(ADA, STAFF_PASSWORD))).isEqualTo("400 7104");
    }

    @Test
    void aUserNameThatIsAnothersAddressWins() throws IOException {
        StormpathPerson squatter = stormpath.add(StormpathPerson.builder("otto@example.com")
                .username("enid@example.com")
                .password(Marked.WRONG_PASSWORD)
                .build());
        stormpath.add(StormpathPerson.builder("enid@example.com")
                .username("enid")
                .password(Marked.PASSWORD)
                .build());

        assertThat(caller.login("enid@example.com", Marked.WRONG_PASSWORD).text("/account/href"))
                .endsWith(squatter.id());
        assertThat(verdict(caller.login("enid@example.com", Marked.PASSWORD))).isEqualTo("400 7100");
    }

    @Test
    void aStoreCanBeNamed() throws IOException {
        String organization = stormpath.organization("shop", "Customers");

        assertThat(verdict(caller.loginIn(href(stormpath, "Customers"), ADA, Marked.PASSWORD)))
                .isEqualTo("200");
        assertThat(verdict(caller.loginIn(href(stormpath, "Staff"), ADA, Marked.PASSWORD)))
                .isEqualTo("400 7100");
        assertThat(verdict(caller.loginIn(Map.of("href", organization), ADA, Marked.PASSWORD)))
                .isEqualTo("200");
        assertThat(verdict(caller.loginIn(Map.of("nameKey", "shop"), ADA, Marked.PASSWORD)))
                .isEqualTo("200");
        assertThat(verdict(caller.loginIn(Map.of("nameKey", "shop"), "no@example.com", Marked.PASSWORD)))
                .isEqualTo("400 7104");
    }

    @ParameterizedTest
    @EnumSource
    void theMappingsListTheMappedDirectoriesAndTheOrganizationsOverThem(StormpathDialect dialect) throws IOException {
        StormpathSimulator server = dialect == COMPATIBLE ? compatible : stormpath;
        Caller asking = dialect == COMPATIBLE ? other : caller;
        String organization = server.organization("shop", "Customers");
        String ours = "/v1/applications/" + server.applicationId() + "/accountStoreMappings";

        assertThat(stores(asking.get(ours)))
                .containsExactly(server.directoryHref("Staff"), server.directoryHref("Customers"), organization);
        assertThat(stores(asking.get(ours + "?offset=1&limit=1"))).containsExactly(server.directoryHref("Customers"));
        server.mapDirectories("Staff");
        assertThat(stores(asking.get(ours))).containsExactly(server.directoryHref("Staff"));
        assertThat(verdict(asking.get("/v1/applications/" + server.unknownApplicationId() + "/accountStoreMappings")))
                .isEqualTo("404 404");
        assertThat(server.requests(StormpathOperation.GET_ACCOUNT_STORE_MAPPINGS))
                .isEqualTo(4);
    }

    private static List<String> stores(Client.Answer answer) {
        return answer.json().path("items").findValues("accountStore").stream()
                .map(store -> store.path("href").asText())
                .toList();
    }

    @Test
    void anUnknownStoreIsAnErrorOfTheSetUp() throws IOException {
        Map<String, String> unmapped = href(stormpath, "Suppliers");
        Map<String, String> noStore = Map.of("href", stormpath.baseUrl() + "/accounts/x");
        Map<String, String> noKey = Map.of("nameKey", "nothing");

        assertThat(verdict(caller.loginIn(unmapped, ADA, Marked.PASSWORD))).isEqualTo("400 5114");
        assertThat(verdict(caller.loginIn(noStore, ADA, Marked.PASSWORD))).isEqualTo("400 5114");
        assertThat(verdict(caller.loginIn(noKey, ADA, Marked.PASSWORD))).isEqualTo("400 5114");
        assertThat(verdict(other.loginIn(href(compatible, "Suppliers"), ADA, Marked.PASSWORD)))
                .isEqualTo("400 7104");
        assertThat(verdict(other.loginIn(noKey, ADA, Marked.PASSWORD))).isEqualTo("404 7104");
    }

    @Test
    void anApplicationWithoutStoresLetsNobodyIn() throws IOException {
        stormpath.mapDirectories();
        compatible.mapDirectories();

        assertThat(verdict(caller.login(ADA, Marked.PASSWORD))).isEqualTo("400 5105");
        assertThat(verdict(other.login(ADA, Marked.PASSWORD))).isEqualTo("400 7104");
    }

    @Test
    void whoIsInADirectoryThatIsNotMappedCanOnlyBeReadById() throws IOException {
        StormpathPerson grace = stormpath.add(StormpathPerson.builder("grace@example.com")
                .directory("Suppliers")
                .password(Marked.PASSWORD)
                .build());

        assertThat(verdict(caller.login("grace@example.com", Marked.PASSWORD))).isEqualTo("400 7104");
        assertThat(caller.search("?email=grace%40example.com").text("/size")).isEqualTo("0");
        assertThat(caller.get("/v1/accounts/" + grace.id()).status()).isEqualTo(200);
    }

    @Test
    void anAddressIsUniqueInADirectoryOfStormpathOnly() {
        StormpathPerson sameEmail =
                StormpathPerson.builder("ADA@example.com").username("else").build();
        StormpathPerson sameName =
                StormpathPerson.builder("else@example.com").username(ADA).build();

        assertThatThrownBy(() -> stormpath.add(sameEmail)).hasMessageContaining("unique in a directory");
        assertThatThrownBy(() -> stormpath.add(sameName)).hasMessageContaining("unique in a directory");
        assertThat(compatible.add(sameEmail).id())
                .isNotEqualTo(compatible.add(sameName).id());
    }

    private static Map<String, String> href(StormpathSimulator server, String directory) {
        return Map.of("href", server.directoryHref(directory));
    }
}
