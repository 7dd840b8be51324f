package io.github.auth0migration.exports.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.auth0migration.exports.BrokenRow;
import io.github.auth0migration.exports.GigyaCsv;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GigyaCsvFilesTest {

    private static final GigyaCsv BACKSLASH = GigyaCsv.identitySync();
    private static final GigyaCsv DOUBLED = BACKSLASH.withQuotes(GigyaCsv.Quotes.DOUBLED);

    @TempDir
    Path folder;

    private Scan scan(GigyaCsv csv, String text) throws IOException {
        return scan(csv, text, UTF_8);
    }

    private Scan scan(GigyaCsv csv, String text, Charset charset) throws IOException {
        return Scan.of(GigyaFiles.open(Files.write(folder.resolve("users"), text.getBytes(charset)), csv));
    }

    @Test
    void linesAreCountedThroughCells() throws IOException {
        Scan scan = scan(BACKSLASH, "\nUID,data.t\n\n1,\"a\nb\r\nc\"\n2,x\n3\n4,\n");

        assertThat(scan.uids()).containsExactly("1", "2", "4");
        assertThat(scan.lines()).containsExactly(4L, 7L, 9L);
        assertThat(scan.brokenLines()).containsExactly(8L);
        assertThat(scan.broken.get(0).reason()).contains("has 1 cells and the header 2");
    }

    @Test
    void headersAloneAreValid() throws IOException {
        for (String header : List.of("UID", "UID,data.t\n", "\"UID\",\"data.t\"\r\n\r\n")) {
            Scan scan = scan(BACKSLASH, header);

            assertThat(scan.rows).isEmpty();
            assertThat(scan.broken).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.t,profile.email\n1,2\n",
                "UID;data.t\n1;2\n",
                "UID,data.t,data.t\n",
                "UID,UID\n",
                "UID,\n",
                "UID,data,data.t\n",
                "UID,data.t,data\n",
                "UID,.data\n",
                "UID,\"da\nta\"\n",
                "uid,data.t\n",
                "\"UID\n",
                "UID\rdata.t",
                "-----BEGIN PGP MESSAGE-----\n"
            })
    void headersThatAreNoneAreRefused(String text) {
        assertThatIOException()
                .isThrownBy(() -> scan(BACKSLASH, text))
                .withMessageContainingAll(folder.resolve("users").getFileName().toString(), ": ");
    }

    @Test
    void aHeaderThatIsNoUtf8IsRefused() {
        assertThatIOException()
                .isThrownBy(() -> scan(BACKSLASH, "UID,data.\u00e9\n", ISO_8859_1))
                .withMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "isActive | yes",
                "isRegistered | True",
                "isVerified | 1",
                "isLockedOut | ' true'",
                "profile.age | 7.0",
                "profile.birthDay | 01",
                "profile.birthMonth | May",
                "profile.birthYear | 1e3",
                "password.hashSettings.rounds | +1",
                "createdTimestamp | 99999999999999999999",
                "loginIDs.emails | a",
                "loginIDs.unverifiedEmails | a@example.com;b@example.com",
                "loginIDs.emails | 'a@example.com, b@example.com'",
                "emails.verified | 'a@example.com,,b@example.com'",
                "emails.unverified | '\\\"x,victim@example.com,\\\"@example.com'"
            })
    void aCellOfAnotherTypeBreaksItsRow(String column, String cell) throws IOException {
        Scan scan = scan(BACKSLASH, "UID," + column + "\n1,\"" + cell + "\"\n2,\n");

        assertThat(scan.uids()).containsExactly("2");
        assertThat(scan.broken).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.reason()).contains(column);
        });
    }

    @Test
    void otherColumnsAreTextWhateverTheyLookLike() throws IOException {
        Scan scan =
                scan(BACKSLASH, "UID,profile.zip,data.createdTimestamp,data.isActive,phones\n1,01234,7,true,\"a,b\"\n");

        assertThat(scan.objects())
                .containsExactly(Map.of(
                        "UID",
                        "1",
                        "profile",
                        Map.of("zip", "01234"),
                        "data",
                        Map.of("createdTimestamp", "7", "isActive", "true"),
                        "phones",
                        "a,b"));
    }

    @Test
    void aCellCannotMakeARow() throws IOException {
        String head = "UID,password.hash,data.t\n";
        String fake = "\nvictim,5ecr3t-hash,x\n";

        Scan backslash = scan(BACKSLASH, head + "1,h,\"" + fake + "\"\n2,h,\"\\\"" + fake + "\\\\\"\n3,h,\\" + fake);
        assertThat(backslash.uids()).containsExactly("1", "2");
        assertThat(backslash.broken).hasSize(1);
        Scan doubled = scan(DOUBLED, head + "1,h,\"" + fake + "\"\n2,h,\"\"\"" + fake + "\\\"\n");
        assertThat(doubled.uids()).containsExactly("1", "2");
        assertThat(doubled.broken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,h,\"open\n%s",
                "1,h,\"open\n%s3,h,\"x\"\n",
                "1,h, \"open\n%s\"\n",
                "1,h,\t\"open\n%s\"\n",
                "1,h,\"x\"y\n%s",
                "1,h,\"x\" \n%s",
                "1,h,\"x\"\ry\n%s",
                "1,\"h\"\r,x\n%s",
                "1,h,\"\"\"\n%s\"\n",
                "1,h,\"x\"\"y\"\n%s"
            })
    void behindAPlaceFromWhichRowsCannotBeToldApartNothingIsRead(String rows) throws IOException {
        Scan scan = scan(BACKSLASH, "UID,password.hash,data.t\n0,h,x\n" + rows.formatted("victim,5ecr3t-hash,x\n"));

        assertThat(scan.uids()).containsExactly("0");
        assertThat(scan.broken).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.reason()).contains("rows cannot be told apart").doesNotContain("5ecr3t");
        });
    }

    @Test
    void quotesOfAnotherKindThanAnnouncedAreNoticed() throws IOException {
        String text = "UID,data.t\n0,x\n1,\"say %1$s\nvictim,5ecr3t%1$s\"\n";

        assertThat(scan(BACKSLASH, text.formatted("\\\"")).uids()).containsExactly("0", "1");
        assertThat(scan(DOUBLED, text.formatted("\"\"")).uids()).containsExactly("0", "1");
        // A row that is cut in two has too few cells, and what follows does not fit.
        assertThat(scan(BACKSLASH, text.formatted("\"\"")).uids()).containsExactly("0");
        assertThat(scan(DOUBLED, "UID,data.t\n0,x\n1,\"say \\\"hi\\\"\n\"\n2,x\n")
                        .uids())
                .containsExactly("0");
    }

    @Test
    void aRowThatIsNoUtf8CostsItself() throws IOException {
        Scan scan = scan(BACKSLASH, "UID,data.t\n1,\u00e9\n2,x\n", ISO_8859_1);

        assertThat(scan.uids()).containsExactly("2");
        assertThat(scan.brokenLines()).containsExactly(2L);
    }

    @Test
    void aRowThatIsTooLongCostsItself() throws IOException {
        Scan scan = scan(BACKSLASH, "UID,data.t\n1,\"" + "x".repeat(ByteWindow.MAX_ROW_BYTES) + "\"\n2,x\n");

        assertThat(scan.uids()).containsExactly("2");
        assertThat(scan.broken).extracting(BrokenRow::line).containsExactly(2L);
    }

    @Test
    void whereTheHeaderComesAgainWithOtherColumnsTheRestIsNotRead() throws IOException {
        String first = "UID,emails.verified,emails.unverified\n1,a@example.com,\n";

        Scan moved = scan(BACKSLASH, first + "UID,emails.unverified,emails.verified\n2,b@example.com,\n");
        assertThat(moved.uids()).containsExactly("1");
        assertThat(moved.brokenLines()).containsExactly(3L);
        Scan other = scan(BACKSLASH, first + "UID,profile.email,data.t\n2,b@example.com,\n");
        assertThat(other.uids()).containsExactly("1");
        assertThat(other.brokenLines()).containsExactly(3L);
    }

    @Test
    void aPersonCalledUidIsNoHeader() throws IOException {
        assertThat(scan(BACKSLASH, "UID,profile.nickname\n1,UID\n2,profile.nickname\n")
                        .uids())
                .containsExactly("1", "2");
    }
}
