package org.shangbao.wire.v1.edition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.shangbao.model.check.ExpressionParser;
import org.shangbao.model.edition.CalendarEntry;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Indicator;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.PaperPolicy;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.period.PeriodKind;
import org.shangbao.wire.v1.Sha256;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads form editions. Stateless apart from its switches and safe to share between threads. */
public final class EditionLoader {
    /** Most bytes of an edition. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;
    /** Deepest nesting of an edition. */
    public static final int MOST_NESTING = 32;
    private static final String OFFICIAL = "moe-jjs-bimonthly-2023-10.json";
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}(?:\\.[0-9]{1,6})?");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MOST_NESTING).maxDocumentLength(MOST_BYTES)
                    .maxStringLength(100_000).maxNumberLength(20).maxNameLength(200).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Set<String> switchedOff;

    /** Makes a loader that leaves every rule as the edition has it. */
    public EditionLoader() { this(Set.of()); }

    /**
     * Makes a loader for a deployment that does not want some rules.
     *
     * @param switchedOff ids of rules that are kept but not {@code enabled}; an id the edition does not know is without effect
     */
    public EditionLoader(Set<String> switchedOff) { this.switchedOff = Set.copyOf(switchedOff); }

    /** Returns the bytes of the official first edition, {@code moe-jjs-bimonthly-2023-10}, as shipped. */
    public static byte[] officialBytes() {
        try (InputStream in = EditionLoader.class.getResourceAsStream(OFFICIAL)) {
            if (in == null) {
                throw new IllegalStateException("the official edition is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the official first edition with this loader's switches. */
    public FormEdition official() {
        try {
            return load(officialBytes());
        } catch (EditionFormatException e) {
            throw new IllegalStateException("the shipped edition is broken", e);
        }
    }

    /**
     * Reads an edition.
     *
     * @param bytes a UTF-8 JSON document of the format {@code shangbao-edition/1}, at most {@value #MOST_BYTES} bytes and
     *              {@value #MOST_NESTING} levels deep
     * @return the edition; its digest is the SHA-256 of exactly these bytes
     * @throws EditionFormatException if the bytes are not such a document, if a field is unknown, missing or out of bounds, if codes, blanks
     *                                and figures contradict each other, or if a rule is not of the rule language; names the place
     */
    public FormEdition load(byte[] bytes) throws EditionFormatException {
        JsonPlace root = new JsonPlace(parse(bytes), "");
        root.object(
                Set.of("format", "id", "title", "version", "documentNumber", "issuer", "explanationMinimum", "paper", "calendar",
                        "indicators", "rules"),
                Set.of("planYear", "parameters"));
        if (!root.field("format").text(40).equals("shangbao-edition/1")) {
            throw root.field("format").fault("shangbao-edition/1 is expected");
        }
        List<Indicator> indicators = indicators(root.field("indicators"));
        Map<String, BigDecimal> parameters = root.has("parameters") ? parameters(root.field("parameters")) : Map.of();
        RuleReader rules = new RuleReader(indicators, parameters, switchedOff);
        return new FormEdition(root.field("id").made(EditionId::new), Sha256.of(bytes).hex(), root.field("title").text(100),
                root.field("version").text(60), root.field("documentNumber").text(60), root.field("issuer").text(60), indicators,
                rules.read(root.field("rules")), calendar(root.field("calendar")), paper(root.field("paper")),
                root.field("explanationMinimum").integer(1, 200), root.ifPresent("planYear", place -> place.integer(2000, 2999)));
    }

    private static JsonNode parse(byte[] bytes) throws EditionFormatException {
        if (bytes.length > MOST_BYTES) {
            throw new EditionFormatException("", "larger than " + MOST_BYTES + " bytes");
        }
        try {
            // decoded strictly first: the parser would guess UTF-16 and UTF-32 and let broken UTF-8 pass in places
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            JsonNode node = MAPPER.readTree(text);
            if (node.isMissingNode()) {
                throw new EditionFormatException("", "empty");
            }
            return node;
        } catch (CharacterCodingException e) {
            throw new EditionFormatException("", "not UTF-8");
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            String place = location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
            throw new EditionFormatException("", e.getOriginalMessage() + place);
        }
    }

    private static List<Indicator> indicators(JsonPlace place) throws EditionFormatException {
        List<Indicator> indicators = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (JsonPlace element : place.elements(1, 50)) {
            element.object(Set.of("number", "name", "items"), Set.of("nameEn"));
            int number = element.field("number").integer(1, 999);
            if (!indicators.isEmpty() && number <= indicators.getLast().number()) {
                throw element.field("number").fault("numbers must rise");
            }
            List<Item> items = new ArrayList<>();
            ItemReader reader = new ItemReader(number);
            for (JsonPlace item : element.field("items").elements(1, 100)) {
                items.add(reader.read(item));
                if (!codes.add(items.getLast().code())) {
                    throw item.field("code").fault("code " + items.getLast().code() + " is used twice");
                }
            }
            indicators.add(new Indicator(number, element.field("name").text(100),
                    element.has("nameEn") ? element.field("nameEn").textOrEmpty(200) : "", items));
        }
        return indicators;
    }

    private static Map<String, BigDecimal> parameters(JsonPlace place) throws EditionFormatException {
        if (!place.node().isObject() || place.node().size() > 200) {
            throw place.fault("an object of at most 200 parameters is expected");
        }
        Map<String, BigDecimal> parameters = new TreeMap<>();
        for (String name : (Iterable<String>) place.node()::fieldNames) {
            JsonPlace value = place.field(name);
            if (!ExpressionParser.isParameterName(name)) {
                throw value.fault("a parameter is named by 2 to 40 letters and not by a word of the rule language");
            }
            parameters.put(name, new BigDecimal(value.matching(DECIMAL, "a decimal number as a string")));
        }
        return parameters;
    }

    private static List<CalendarEntry> calendar(JsonPlace place) throws EditionFormatException {
        List<CalendarEntry> calendar = new ArrayList<>();
        for (JsonPlace element : place.elements(1, 500)) {
            element.object(Set.of("period", "kind", "firstDay", "lastDay"), Set.of());
            CalendarEntry entry = new CalendarEntry(element.field("period").made(PeriodId::new),
                    element.field("kind").constant(PeriodKind.values()), element.field("firstDay").date(), element.field("lastDay").date());
            if (entry.lastDay().isBefore(entry.firstDay())) {
                throw element.field("lastDay").fault("the window ends before it opens");
            }
            if (!calendar.isEmpty() && entry.period().compareTo(calendar.getLast().period()) <= 0) {
                throw element.field("period").fault("periods must rise and occur once");
            }
            calendar.add(entry);
        }
        return calendar;
    }

    private static PaperPolicy paper(JsonPlace place) throws EditionFormatException {
        place.object(Set.of("submitNeedsScan", "cityPaper"), Set.of());
        return new PaperPolicy(place.field("submitNeedsScan").truth(), place.field("cityPaper").constant(PaperPolicy.CityPaper.values()));
    }
}
