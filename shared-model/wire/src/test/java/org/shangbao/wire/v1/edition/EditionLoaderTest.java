package org.shangbao.wire.v1.edition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangbao.model.check.CheckRule;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ErrorCode;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EditionLoaderTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonSchema SCHEMA = schema();

    @Test
    void officialEditionIsValidUnderItsSchema() throws IOException {
        assertTrue(SCHEMA.validate(MAPPER.readTree(EditionLoader.officialBytes())).isEmpty());
    }

    @Test
    void smallEditionIsValidAndLoads() throws IOException, EditionFormatException {
        assertTrue(SCHEMA.validate(small()).isEmpty());
        FormEdition edition = load(small());
        assertEquals(List.of("1.1.1", "1.1.2"), List.copyOf(edition.figures().keySet()));
        assertEquals(List.of(true, true, false), edition.rules().stream().map(CheckRule::enabled).toList());
        assertEquals(List.of("1.1.1", "1.1.2"), edition.rules().getFirst().each());
        assertEquals("多于 100 所。", edition.rules().getLast().message());
    }

    @Test
    void aFigureNamesTheOnesThatMeantTheSameBefore() throws IOException, EditionFormatException {
        assertEquals(List.of(new FigureDefinition.Earlier(new EditionId("older-edition"), "1.2.1")),
                Objects.requireNonNull(load(small()).figures().get("1.1.1")).earlier());
        String twice = "[{\"edition\": \"a\", \"code\": \"1.1.1\"}, {\"edition\": \"a\", \"code\": \"1.1.2\"}]";
        JsonNode broken = changed("/indicators/0/items/0/figures/0/earlier", twice);
        assertEquals("edition a is named twice", assertThrows(EditionFormatException.class, () -> load(broken)).reason());
    }

    @Test
    void digestIsOfTheExactBytes() throws IOException, EditionFormatException {
        byte[] pretty = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(small());
        assertFalse(load(small()).digest().equals(new EditionLoader().load(pretty).digest()));
    }

    /** Faults a schema can see: schema and loader agree. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /format                        | "shangbao-edition/2"  | shangbao-edition/1 is expected
            /id                            | "Bad Id"              | not an edition id: Bad Id
            /secret                        | 1                     | unknown field
            /title                         | -                     | missing
            /title                         | ""                    | a text is expected
            /planYear                      | "2024"                | a whole number from 2000 to 2999 is expected
            /explanationMinimum            | 0                     | a whole number from 1 to 200 is expected
            /paper/cityPaper               | "sign"                | one of [NONE, SIGN, STAMP] is expected
            /paper/submitNeedsScan         | 1                     | true or false is expected
            /parameters/most               | 100                   | a text is expected
            /parameters/most               | "1e5"                 | a decimal number as a string is expected
            /calendar/0/period             | "2024-13"             | not a period: 2024-13
            /calendar/0/kind               | "TEST"                | one of [REGULAR, PILOT, DRILL] is expected
            /calendar                      | []                    | 1 to 500 elements are expected, found 0
            /indicators/0/items/0/code     | "1.1.1"               | an item code such as 3.4 is expected
            /indicators/0/items/0/kind     | "MAGIC"               | one of [QUANTITY, TASK, INNOVATION] is expected
            /indicators/0/items/0/figures/0/scale | -              | missing
            /indicators/0/items/0/figures/0/scale | 7              | a whole number from 0 to 6 is expected
            /indicators/0/items/0/figures/0/unit  | ""             | a text is expected
            /indicators/0/items/0/figures/0/rollUp | "AVERAGE"     | one of [SUM, NONE, COUNT, MIN, MAX] is expected
            /indicators/0/items/0/figures/0/earlier/0/code | "1.1" | a figure code such as 3.4.2 is expected
            /indicators/0/items/0/figures/0/earlier/0/edition | "Old" | an edition id is expected
            /indicators/0/items/0/figures/0/earlier/0/factor | "10" | unknown field
            /indicators/0/items/1/narrative/lengthMost | 1.5       | a whole number from 1 to 20000 is expected
            /rules/1/severity              | "ERROR"               | one of [MUST_FIX, MUST_EXPLAIN, NOTICE] is expected
            /rules/1/id                    | "../R01"              | a rule id such as R17 is expected
            /rules/1/run                   | "rm"                  | unknown field
            """)
    void brokenFieldIsRefusedBySchemaAndLoaderWithItsPlace(String pointer, String value, String reason) throws IOException {
        JsonNode broken = changed(pointer, value);
        assertFalse(SCHEMA.validate(broken).isEmpty(), "schema takes " + pointer);
        EditionFormatException refused = assertThrows(EditionFormatException.class, () -> load(broken));
        assertEquals(pointer + ": " + reason, refused.pointer() + ": " + refused.reason());
    }

    /** Faults only the loader can see. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /indicators/0/items/1/code                | "1.1"                   | /indicators/0/items/1/code | code 1.1 is used twice
            /indicators/0/items/0/code                | "2.1"                   | /indicators/0/items/0/code | an item of indicator 1 begins with 1.
            /indicators/0/items/0/figures/1/code      | "1.1.1"                 | /indicators/0/items/0/figures/1/code | code 1.1.1 is used twice
            /indicators/0/items/0/figures/1/code      | "1.2.1"                 | /indicators/0/items/0/figures/1/code | a figure of item 1.1 begins with 1.1.
            /indicators/0/items/0/sentence            | "学校{1.1.1}所"           | /indicators/0/items/0/sentence | figure 1.1.2 has no blank
            /indicators/0/items/0/sentence            | "{1.1.1}{1.1.2}{1.1.3}" | /indicators/0/items/0/sentence | blank {1.1.3} has no figure
            /indicators/0/items/0/sentence            | "{1.1.2}{1.1.1}"        | /indicators/0/items/0/sentence | blanks [1.1.2, 1.1.1] are not in the order of the figures [1.1.1, 1.1.2], each once
            /indicators/0/items/0/sentence            | "{1.1.1}{1.1.2} {XX}"   | /indicators/0/items/0/sentence | a brace that is not part of a blank such as {3.4.2}
            /indicators/0/items/0/readingEn           | "Schools {1.1.1}."      | /indicators/0/items/0/readingEn | the reading has blanks [1.1.1], the figures are [1.1.1, 1.1.2]
            /calendar/0/lastDay                       | "2024-02-27"            | /calendar/0/lastDay | the window ends before it opens
            /calendar/0/lastDay                       | "2024-02-30"            | /calendar/0/lastDay | a date such as 2023-10-31 is expected
            /calendar/1/period                        | "2024-02"               | /calendar/1/period | periods must rise and occur once
            /rules/1/id                               | "R00"                   | /rules/1/id | rule R00 occurs twice
            /rules/1/expression                       | "{1.1.2} <= {9.9.9}"    | /rules/1/expression | unknown figure 9.9.9
            /rules/1/expression                       | "attached({9.9})"       | /rules/1/expression | unknown item 9.9
            /rules/1/expression                       | "exec({1.1.1})"         | /rules/1/expression | unknown word 'exec' at character 1
            /rules/1/expression                       | "{1.1.2} <= "           | /rules/1/expression | ends too early at character 12
            /rules/1/expression                       | "filled({x})"           | /rules/1/expression | {x} needs a list of figures in each
            /rules/0/expression                       | "filled({1.1.1})"       | /rules/0/expression | a rule with a list of figures in each must speak of {x}
            /rules/0/each/0                           | "9.9.9"                 | /rules/0/each/0 | unknown figure 9.9.9
            /rules/1/appliesTo                        | "PROVINCE"              | /rules/1/expression | figure 1.1.2 is not filled by PROVINCE
            /rules/1/message                          | "共 {9.9.9} 所"           | /rules/1/message | unknown place for 9.9.9
            /rules/1/message                          | "共 {x} 所"               | /rules/1/message | unknown place for x
            /rules/1/message                          | "共 {nothing} 所"         | /rules/1/message | unknown parameter nothing
            /rules/1/message                          | "共 {label} {"            | /rules/1/message | unknown parameter label
            /rules/1/messageEn                        | "a {1.1.1"              | /rules/1/messageEn | a brace that is not part of a place
            /parameters/abs                           | "1"                     | /parameters/abs | a parameter is named by 2 to 40 letters and not by a word of the rule language
            /title                                    | "标\\u202E题"             | /title | a control or direction character
            """)
    void contradictionIsRefusedWithItsPlace(String pointer, String value, String place, String reason) throws IOException {
        JsonNode broken = changed(pointer, value);
        EditionFormatException refused = assertThrows(EditionFormatException.class, () -> load(broken));
        assertEquals(place + ": " + reason, refused.pointer() + ": " + refused.reason());
        assertEquals(ErrorCode.EDITION_BROKEN, refused.error());
        assertEquals(Map.of("pointer", place, "reason", reason), refused.details());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "null", "[]", "{", "{}", "{\"id\":1,\"id\":2}", "<?xml version=\"1.0\"?>", "{} {}", "\"text\"", "NaN",
            "{\"format\":\"shangbao-edition/1\"} trailing" })
    void whatIsNoEditionIsRefused(String text) {
        assertThrows(EditionFormatException.class, () -> new EditionLoader().load(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void deepLargeAndForeignBytesAreRefused() {
        byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertTrue(assertThrows(EditionFormatException.class, () -> new EditionLoader().load(deep)).reason().contains("nesting depth"));
        assertThrows(EditionFormatException.class, () -> new EditionLoader().load(new byte[EditionLoader.MOST_BYTES + 1]));
        byte[] utf16 = "{\"id\":\"x\"}".getBytes(StandardCharsets.UTF_16);
        assertEquals("not UTF-8", assertThrows(EditionFormatException.class, () -> new EditionLoader().load(utf16)).reason());
    }

    @Test
    void halfAnEditionIsRefusedWhereverItIsCut() throws IOException {
        byte[] whole = MAPPER.writeValueAsBytes(small());
        for (int length = 0; length < whole.length; length += 7) {
            byte[] half = Arrays.copyOf(whole, length);
            assertThrows(EditionFormatException.class, () -> new EditionLoader().load(half));
        }
    }

    private static FormEdition load(JsonNode document) throws EditionFormatException, IOException {
        return new EditionLoader().load(MAPPER.writeValueAsBytes(document));
    }

    private static JsonNode changed(String pointer, String value) throws IOException {
        JsonNode document = small();
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode holder = document.at(place.head());
        if (holder instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), MAPPER.readTree(value));
        } else if (value.equals("-")) {
            ((ObjectNode) holder).remove(place.last().getMatchingProperty());
        } else {
            ((ObjectNode) holder).set(place.last().getMatchingProperty(), MAPPER.readTree(value));
        }
        return document;
    }

    private static JsonNode small() throws IOException {
        try (InputStream in = EditionLoaderTest.class.getResourceAsStream("small-edition.json")) {
            return MAPPER.readTree(in);
        }
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(EditionLoader.class.getResourceAsStream("edition-v1.schema.json"));
    }
}
