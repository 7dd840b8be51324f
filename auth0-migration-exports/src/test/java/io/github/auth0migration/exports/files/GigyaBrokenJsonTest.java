package io.github.auth0migration.exports.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.exports.BrokenRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON files that are not as they should be: what is lost, what is not, and that nothing is made up. */
class GigyaBrokenJsonTest {

    // What somebody may have written into their own profile. Found as a row, it would replace another one's password.
    private static final String FAKE = "{\"UID\":\"victim\",\"password\":{\"hash\":\"5ecr3t-hash\"}}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"UID\":\"x\",\"UID\":\"y\"}",
                "{\"UID\":\"x\",\"n\":NaN}",
                "{\"UID\":\"x\",\"n\":01}",
                "{\"UID\":\"x\",\"n\":\"\\q\"}",
                "{\"UID\":\"x\",\"n\":\"\t\"}",
                "{\"UID\":\"x\",\"n\":\"\u00e9\"}",
                "null",
                "7",
                "\"text\"",
                "[]",
                "[{\"UID\":\"victim\"}]",
                "{\"errorCode\":403048,\"callId\":\"c\"}",
                "{\"errorCode\":0,\"UID\":null}"
            })
    void aRowThatEndsButCannotBeReadCostsItself(String broken) throws IOException {
        for (String shape : new String[] {
            "[{\"UID\":\"a\"},\n%s,\n{\"UID\":\"b\"}]",
            "{\"w\":[{\"UID\":\"a\"},\n%s,\n{\"UID\":\"b\"}]}",
            "{\"results\":[{\"UID\":\"a\"},\n%s,\n{\"UID\":\"b\"}]}",
            "{\"UID\":\"a\"}\n%s\n{\"UID\":\"b\"}"
        }) {
            // Latin-1 makes the one letter with an accent no UTF-8.
            Path file =
                    Files.write(folder.resolve("users"), shape.formatted(broken).getBytes(ISO_8859_1));
            Scan scan = Scan.gigya(file);

            assertThat(scan.uids()).containsExactly("a", "b");
            assertThat(scan.brokenLines()).containsExactly(2L);
            assertThat(scan.broken.get(0).file()).isEqualTo("users");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"UID\":\"x\",\"n\":\"open",
                "{\"UID\":\"x\",\"n\":\"open\\",
                "{\"UID\":\"x\"",
                "{\"UID\":\"x\",",
                "{\"UID\":\"x\"}}",
                "{\"UID\":\"x\"},",
                "{\"UID\":\"x\"} garbage",
                "{\"UID\":\"x\",}",
                "{\"UID\":\"x\"]",
                "{\"UID\" \"x\"}",
                "{UID:\"x\"}",
                "{'UID':'x'}",
                "{\"UID\":\"x\"y\"}",
                "garbage",
                "}",
                ",",
                "\"{\\\"UID\\\":\\\"x\\\"}"
            })
    void aBrokenLineCostsItself(String broken) throws IOException {
        for (String shape : new String[] {
            "{\"UID\":\"a\"}\n%s\n{\"UID\":\"b\"}\n",
            "{\"UID\":\"a\"}\r\n%s\r\n{\"UID\":\"b\"}\r\n",
            "{\"UID\":\"a\"}\n%s\n\n{\"UID\":\"b\"}"
        }) {
            Scan scan = Scan.gigya(folder, shape.formatted(broken));

            assertThat(scan.uids()).containsExactly("a", "b");
            assertThat(scan.brokenLines()).containsExactly(2L);
        }
        Scan first = Scan.gigya(folder, "{\"x\":1}\n" + broken + "\n{\"UID\":\"b\"}");
        assertThat(first.uids()).containsExactly(null, "b");
        Scan last = Scan.gigya(folder, "{\"UID\":\"a\"}\n" + broken);
        assertThat(last.uids()).containsExactly("a");
        assertThat(last.brokenLines()).containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"UID\":\"x\",\"n\":\"open\n%1$s,",
                "{\"UID\":\"x\",\"n\":\"open\n%1$s",
                "{\"UID\":\"x\",\"n\":[%1$s",
                "{\"UID\":\"x\"],%1$s",
                "{\"UID\":\"x\",\"n\":1]},%1$s,{\"UID\":\"c\"}",
                "{\"UID\":\"x\"},\"n\":1},%1$s",
                "{\"UID\":\"x\"}}, %1$s",
                "{\"UID\":\"x\"} %1$s",
                "{\"UID\":\"x\"}\n%1$s",
                "garbage here, %1$s",
                "{\"UID\":\"x\",\"data\":{\"t\":\"it\"s\",\"list\":[1,%1$s]}},{\"UID\":\"c\"}",
                "{\"UID\":\"x\",\"data\":\n[1 2,\n%1$s,\n%1$s]},\n{\"UID\":\"c\"}",
                "{\"UID\":\"x\",\"a\":\\\"t\\\",\"n\":[\n%1$s\n]}, {\"UID\":\"c\"}",
                ", %1$s",
                "# comment\n%1$s"
            })
    void behindAPlaceFromWhichRowsCannotBeToldApartNothingIsRead(String broken) throws IOException {
        for (String shape : new String[] {
            "[{\"UID\":\"a\"},\n%s,{\"UID\":\"b\"}]",
            "{\"w\":[{\"UID\":\"a\"},\n%s,{\"UID\":\"b\"}]}",
            "{\"errorCode\":0,\"results\":[{\"UID\":\"a\"},\n%s,{\"UID\":\"b\"}]}\n{\"results\":[" + FAKE + "]}"
        }) {
            Scan scan = Scan.gigya(folder, shape.formatted(broken.formatted(FAKE)));

            assertThat(scan.uids()).doesNotContain("victim", "b", "c").startsWith("a");
            assertThat(scan.broken.get(scan.broken.size() - 1).reason()).contains("rows cannot be told apart");
            assertThat(scan.broken).allSatisfy(row -> assertThat(row.line()).isBetween(2L, 3L));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", ",", ",\n", "x", "]]", "] {\"UID\":\"b\"}", "],[{\"UID\":\"b\"}]"})
    void anArrayThatDoesNotEndAsItShouldIsTold(String end) throws IOException {
        Scan scan = Scan.gigya(folder, "[{\"UID\":\"a\"}" + end);

        assertThat(scan.uids()).containsExactly("a");
        assertThat(scan.broken)
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).contains("rows cannot be told apart"));
    }

    @Test
    void aNestedLineIsNoRowOnceRowsGoOverSeveralLines() throws IOException {
        String whole = "{\n\"UID\":\"a\"\n}\n";
        String broken = "{\n\"UID\":\"attacker\",\n\"data\":[oops\",\n" + FAKE + "\n]\n}\n";

        Scan later = Scan.gigya(folder, whole + broken + whole);
        assertThat(later.uids()).containsExactly("a");
        assertThat(later.brokenLines()).containsExactly(4L);

        Scan first = Scan.gigya(folder, broken + whole);
        assertThat(first.rows).isEmpty();
        assertThat(first.brokenLines()).containsExactly(1L);
        for (String line : new String[] {"{\"UID\":\"attacker\",\"n\":\"x\"y\",\"data\":[\n", "\"data\":[\n"}) {
            Scan sameLine = Scan.gigya(folder, whole + line + FAKE + "\n]}\n" + whole);
            assertThat(sameLine.uids()).containsExactly("a");
            assertThat(sameLine.brokenLines()).containsExactly(4L);
        }
    }

    @Test
    void aNestedLineIsNoRowWhereABrokenLineGoesOn() throws IOException {
        // Short rows on a line, long ones over several, as some printers of JSON write them.
        String broken = "{\"UID\":\"attacker\", \"n\":\"x\"y\",\n\"data\": [\n" + FAKE + "\n]}\n";

        Scan scan = Scan.gigya(folder, "{\"UID\":\"a\"}\n" + broken + "{\"UID\":\"b\"}\n");

        assertThat(scan.uids()).containsExactly("a");
        assertThat(scan.brokenLines()).containsExactly(2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"UID\":\"x\",\"data\":", "{\"UID\":\"x\",\"data\":[", "{\"UID\":\"x\",\"data\":[1,"})
    void aNestedLineIsNoRowWhereALineIsCutBeforeAValue(String cut) throws IOException {
        Scan scan = Scan.gigya(folder, "{\"UID\":\"a\"}\n" + cut + "\n" + FAKE + "\n{\"UID\":\"b\"}\n");

        assertThat(scan.uids()).containsExactly("a");
        assertThat(scan.brokenLines()).containsExactly(2L);
    }

    @Test
    void rowsAreFoundOverSeveralLinesAmongRowsOnOne() throws IOException {
        Scan scan =
                Scan.gigya(folder, "{\"UID\":\"a\"}\n{\n\"UID\":\"b\",\"data\":[\n" + FAKE + "\n]}\n{\"UID\":\"c\"}");

        assertThat(scan.uids()).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"results\":[%s],\"UID\":\"a\"}",
                "{\"UID\":\"a\",\"results\":[%s]}",
                "{\"friends\":[%s],\"UID\":\"a\"}",
                "{\"friends\":[%s],\"\\u0055ID\":\"a\"}",
                "{\"data.friends\":[%s]}",
                "{\"friends\":[%s],\"profile\":{}}",
                "{\"friends\":[%s],\"profile.nickname\":\"x\"}",
                "{\"profile\":{},\"friends\":[%s]}"
            })
    void aListInARowIsNoListOfRows(String row) throws IOException {
        Scan scan = Scan.gigya(folder, row.formatted(FAKE));

        assertThat(scan.uids()).doesNotContain("victim").hasSize(1);
    }

    @Test
    void afterAnAccountNothingInItsFileIsAroundRows() throws IOException {
        Scan scan = Scan.gigya(
                folder, "{\"UID\":\"a\"}\n{\"friends\":[" + FAKE + "]}\n{\"results\":[" + FAKE + "]}\n{\"UID\":\"b\"}");

        assertThat(scan.uids()).containsExactly("a", null, "b");
        assertThat(scan.brokenLines()).containsExactly(3L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'errorCode':403048,'results':[{'UID':'a'}]} | error answer",
                "{'results':[{'UID':'a'}],'errorCode':'0'} | error answer",
                "{'objectsCount':2,'results':[{'UID':'a'}],'errorCode':0} | counts more",
                "{'results':[{'UID':'a'}],'objectsCount':2} | counts more",
                "{'results':[{'UID':'a'}],'objectsCount':-1} | counts more",
                "{'results':[{'UID':'a'}],'objectsCount':99999999999999999999} | counts more"
            })
    void aPageThatIsNotWholeIsTold(String page, String reason) throws IOException {
        String whole = "{'results':[{'UID':'b'}]}";
        Scan scan = Scan.gigya(folder, (whole + "\n" + page + "\n" + whole).replace('\'', '"'));

        assertThat(scan.uids()).containsExactly("b", "a", "b");
        assertThat(scan.broken).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.reason()).contains(reason);
        });
    }

    @Test
    void aPageWithTwoListsOfRowsHasOne() throws IOException {
        Scan scan = Scan.gigya(folder, "{\"results\":[{\"UID\":\"a\"}],\n\"results\":[" + FAKE + "]}");

        assertThat(scan.uids()).containsExactly("a");
        assertThat(scan.brokenLines()).containsExactly(2L);
    }

    @Test
    void aLongListWithAUidBehindItIsTold() throws IOException {
        String row = "{\"UID\":\"a\",\"t\":\"" + "x".repeat(1 << 20) + "\"}";

        Scan scan = Scan.gigya(folder, "{\"results\":[" + (row + ",").repeat(17) + row + "],\n\"UID\":\"b\"}");

        assertThat(scan.uids()).hasSize(18).containsOnly("a");
        assertThat(scan.broken).singleElement().satisfies(broken -> {
            assertThat(broken.line()).isEqualTo(2);
            assertThat(broken.reason()).contains("both an account and a list");
        });
    }

    @Test
    void anErrorAnswerBetweenPagesIsTold() throws IOException {
        Scan scan = Scan.gigya(
                folder, "{\"results\":[{\"UID\":\"a\"}]}\n{\"errorCode\":403048}\n{\"results\":[{\"UID\":\"b\"}]}");

        assertThat(scan.uids()).containsExactly("a", "b");
        assertThat(scan.brokenLines()).containsExactly(2L);
    }

    @Test
    void aPageInAnArrayIsToldAsItsRowsWouldBeLost() throws IOException {
        Scan scan = Scan.gigya(folder, "[{\"errorCode\":0,\"results\":[]},{\"results\":[{\"UID\":\"a\"}]}]");

        assertThat(scan.rows).isEmpty();
        assertThat(scan.broken).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s,{\"UID\":\"b\"}]", "%s\n{\"UID\":\"b\"}", "{\"w\":[%s,{\"UID\":\"b\"}]}"})
    void aRowThatIsTooLongCostsItself(String shape) throws IOException {
        String text = "x".repeat(ByteWindow.MAX_ROW_BYTES);

        Scan scan = Scan.gigya(folder, shape.formatted("{\"UID\":\"a\",\"t\":\"" + text + "\"}"));

        assertThat(scan.uids()).containsExactly("b");
        assertThat(scan.broken)
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).contains("4 MiB"));
    }

    @Test
    void aRowOfJustTheGreatestLengthIsRead() throws IOException {
        String row = "{\"UID\":\"a\",\"t\":\"\"}";
        String text = "x".repeat(ByteWindow.MAX_ROW_BYTES - row.length());

        Scan scan = Scan.gigya(folder, "{\"UID\":\"z\"}\n" + row.replace("\"\"", "\"" + text + "\"") + "\n");

        assertThat(scan.uids()).containsExactly("z", "a");
        assertThat(scan.rows.get(1).place().length()).isEqualTo(ByteWindow.MAX_ROW_BYTES);
    }

    @Test
    void longListsOfRowsAreReadThoughTheyBeginTheFile() throws IOException {
        String row = "{\"UID\":\"a\",\"t\":\"" + "x".repeat(1 << 20) + "\"},";
        for (String name : new String[] {"results", "accounts"}) {
            Scan scan = Scan.gigya(folder, "{\"" + name + "\":[" + row.repeat(20) + "{\"UID\":\"b\"}]}");

            assertThat(scan.uids()).hasSize(21).endsWith("b");
            assertThat(scan.broken).isEmpty();
        }
    }

    @Test
    void deepNestingCostsTheRowOrTheRestButNoMemory() throws IOException {
        String deep = "[".repeat(2000) + "]".repeat(2000);
        Scan row = Scan.gigya(folder, "[{\"UID\":\"x\",\"n\":" + deep + "},{\"UID\":\"b\"}]");
        assertThat(row.uids()).containsExactly("b");
        assertThat(row.broken).hasSize(1);

        Scan rest = Scan.gigya(folder, "[{\"UID\":\"a\"}," + "[".repeat(2 << 20));
        assertThat(rest.uids()).containsExactly("a");
        assertThat(rest.broken).hasSize(1);
    }

    @Test
    void reasonsQuoteNothingOfARow() throws IOException {
        String text =
                "[{\"UID\":\"jane@example.com\",\"UID\":\"5ecr3t\"},{\"n.5ecr3t\":1,\"n\":{\"5ecr3t\":2}},{\"5ecr3t\"]";

        assertThat(Scan.gigya(folder, text).broken)
                .hasSize(3)
                .extracting(BrokenRow::toString)
                .allSatisfy(row -> assertThat(row).startsWith("users, line 1: ").doesNotContain("jane", "5ecr3t"));
    }

    @Test
    void textThatIsNoUtf8IsBroken() throws IOException {
        byte[] cut = "[{\"UID\":\"\u00e9\"},{\"UID\":\"\u00e9\"}]".getBytes(UTF_8);
        cut[10] = 'x';

        Scan scan = Scan.gigya(Files.write(folder.resolve("users"), cut));

        assertThat(scan.uids()).containsExactly("\u00e9");
        assertThat(scan.broken).hasSize(1);
    }
}
