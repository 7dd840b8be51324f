package io.github.auth0migration.simulators.stormpath;

import static io.github.auth0migration.simulators.stormpath.Caller.emails;
import static io.github.auth0migration.simulators.stormpath.Caller.verdict;
import static io.github.auth0migration.simulators.stormpath.StormpathDialect.COMPATIBLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.simulators.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StormpathSearchTest {

    private final TestClock clock = new TestClock();
    private final StormpathSimulator stormpath =
            StormpathSimulator.builder().clock(clock).start();
    private final StormpathSimulator compatible =
            StormpathSimulator.builder().dialect(COMPATIBLE).clock(clock).start();
    private final Caller caller = new Caller(stormpath);
    private final Caller other = new Caller(compatible);

    @BeforeEach
    void addPeople() {
        add(StormpathPerson.builder("zed@example.com").surname("ann@example.com"), 3);
        add(StormpathPerson.builder("joann@example.com").givenName("Joann").status("DISABLED"), 2);
        add(StormpathPerson.builder("Ann+x@example.com").givenName("Ann").username("annx"), 1);
        add(StormpathPerson.builder("ann@example.com").givenName("Ann").status("UNVERIFIED"), 0);
    }

    @AfterEach
    void close() {
        stormpath.close();
        compatible.close();
    }

    @ParameterizedTest
    @CsvSource({
        "email=ann%40example.com, ann@, ann@",
        "email=ANN%40EXAMPLE.com, ann@, ann@",
        "email=ann%2Bx%40example.com, Ann+x@, Ann+x@",
        "email=ann+x%40example.com, '', ''",
        "email=, '', ''",
        "email=ann*, Ann+x@ ann@, ann@ Ann+x@",
        "email=*nn%40example.com, joann@ ann@, ann@ joann@",
        "email=*ann*, joann@ Ann+x@ ann@, ann@ Ann+x@ joann@",
        "email=%2A%40example.com, zed@ joann@ Ann+x@ ann@, ann@ Ann+x@ joann@ zed@",
        "email=a*%40example.com, '', ann@ Ann+x@",
        "email=a*n*, '', ann@ Ann+x@",
        "username=annx, Ann+x@, Ann+x@",
        "username=zed%40example.com, zed@, zed@",
        "givenName=ann, Ann+x@ ann@, ann@ Ann+x@",
        "givenName=ann&status=ENABLED, Ann+x@, Ann+x@",
        "givenName=ann&email=zed%40example.com, '', ''",
        "middleName=, '', ann@ Ann+x@ joann@ zed@",
        "surname=*EXAMPLE*, zed@, zed@",
        "status=disabled, joann@, joann@",
        "status=DIS*, '', joann@",
        "q=ann%40example.com, zed@ joann@ ann@, ann@ joann@ zed@",
        "q=Unver, ann@, ann@",
        "q=*, '', ''",
        "q=4000-8000-00000000000, '', ann@ Ann+x@ joann@ zed@",
        "q=, zed@ joann@ Ann+x@ ann@, ann@ Ann+x@ joann@ zed@",
        "emial=ann%40example.com, zed@ joann@ Ann+x@ ann@, ann@ Ann+x@ joann@ zed@"
    })
    void aSearchFinds(String query, String found, String foundByCompatible) throws IOException {
        assertThat(names(caller.search("?" + query))).isEqualTo(found);
        assertThat(names(other.search("?" + query))).isEqualTo(foundByCompatible);
        assertThat(stormpath.received().get(0).rawQuery()).isEqualTo(query);
        assertThat(stormpath.requests(StormpathOperation.SEARCH_ACCOUNTS)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, 400 2103, 200",
        "limit=101, 400 2103, 200",
        "limit=1000000, 400 2103, 200",
        "limit=-1, 400 2103, 200",
        "limit=x, 400 2103, 400 400",
        "limit=, 400 2103, 400 400",
        "offset=-5, 400 2103, 400 400",
        "orderBy=shoeSize, 400 2104, 500 500",
        "orderBy=email%20sideways, 400 2106, 500 500",
        "'orderBy=email,', 400 2104, 500 500",
        "email=a&email=b, 400 2102, 500 500",
        "email[]=a, 200, 500 500",
        "q=a&q=b, 400 2102, 500 500",
        "'customData.plan=gold&createdAt=[2015,2016]', 200, 200"
    })
    void badQueriesAreAnswered(String query, String verdict, String compatibleVerdict) throws IOException {
        String sent = "?" + query.replace("[", "%5B").replace("]", "%5D");

        assertThat(verdict(caller.search(sent))).isEqualTo(verdict);
        assertThat(verdict(other.search(sent))).isEqualTo(compatibleVerdict);
    }

    @ParameterizedTest
    @CsvSource({
        "createdAt, zed@ joann@ Ann+x@ ann@",
        "createdAt%20desc, ann@ Ann+x@ joann@ zed@",
        "email, Ann+x@ ann@ joann@ zed@",
        "email%20DESC, zed@ joann@ ann@ Ann+x@",
        "'givenName,email desc', zed@ ann@ Ann+x@ joann@",
        "'givenName desc,createdAt', joann@ Ann+x@ ann@ zed@"
    })
    void theOrderIsAsAskedFor(String orderBy, String order) throws IOException {
        String query = "?orderBy=" + orderBy.replace(" ", "%20");

        assertThat(names(caller.search(query))).isEqualTo(order);
        assertThat(names(other.search(query))).isEqualTo(order);
    }

    @Test
    void anUnknownApplicationIsMissingOrEmpty() throws IOException {
        String path = "/v1/applications/%s/accounts?email=ann%%40example.com";

        assertThat(verdict(caller.get(String.format(path, stormpath.unknownApplicationId()))))
                .isEqualTo("404 404");
        Client.Answer empty = other.get(String.format(path, compatible.unknownApplicationId()));
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.text("/size")).isEqualTo("0");
        assertThat(empty.json().path("items")).isEmpty();
    }

    @Test
    void aCompatibleServerTakesZeroForTheDefaultAndMinusOneForAll() throws IOException {
        compatible.crowd(150);

        assertThat(emails(other.search("?limit=0"))).hasSize(25);
        assertThat(emails(other.search("?limit=120"))).hasSize(120);
        assertThat(emails(other.search("?limit=-1"))).hasSize(154);
    }

    @Test
    void searchExpandsToo() throws IOException {
        Client.Answer answer = caller.search("?email=ann%40example.com&expand=customData,groups(limit:2)");

        assertThat(answer.json().at("/items/0/customData").has("createdAt")).isTrue();
        assertThat(answer.text("/items/0/groups/limit")).isEqualTo("2");
    }

    @Test
    void oneAddressInTwoDirectoriesIsFoundTwice() throws IOException {
        stormpath.mapDirectories("Staff", "Customers");
        stormpath.add(
                StormpathPerson.builder("ann@example.com").directory("Staff").build());

        assertThat(names(caller.search("?email=ann%40example.com"))).isEqualTo("ann@ ann@");
    }

    /** Ids go down in the order in which people come, so that the orders of the dialects differ. */
    private void add(StormpathPerson.Builder person, int number) {
        stormpath.add(person.build());
        compatible.add(person.id("10000000-0000-4000-8000-00000000000" + number).build());
        clock.advance(Duration.ofSeconds(1));
    }

    private static String names(Client.Answer answer) {
        List<String> emails = emails(answer);
        return String.join(" ", emails).replace("example.com", "");
    }
}
