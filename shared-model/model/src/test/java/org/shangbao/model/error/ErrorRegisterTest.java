package org.shangbao.model.error;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ErrorRegisterTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @Test
    void everyCodeHasBothTextsAndNoTextIsLeftOver() throws IOException {
        Set<String> codes = Arrays.stream(ErrorCode.values()).map(ErrorCode::code).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(ErrorCode.values().length, codes.size(), "a code is used twice");
        assertEquals(codes, new TreeSet<>(texts("errors.properties").stringPropertyNames()));
        assertEquals(codes, new TreeSet<>(texts("errors_en.properties").stringPropertyNames()));
    }

    @Test
    void codesAreStringsOfOneForm() {
        for (ErrorCode error : ErrorCode.values()) {
            assertTrue(error.code().matches("[A-Z]+-[0-9]{3}"), error.code());
            assertEquals(error, ErrorCode.of(error.code()));
        }
        assertEquals(ErrorCode.UNEXPECTED, ErrorCode.of("STORE-999"));
    }

    @Test
    void bothLanguagesUseTheSamePlaceholders() throws IOException {
        Properties chinese = texts("errors.properties");
        Properties english = texts("errors_en.properties");
        for (ErrorCode error : ErrorCode.values()) {
            assertEquals(placeholders(chinese.getProperty(error.code())), placeholders(english.getProperty(error.code())), error.code());
            assertTrue(HAN.matcher(chinese.getProperty(error.code())).find(), error.code());
            assertFalse(HAN.matcher(english.getProperty(error.code())).find(), error.code());
        }
    }

    @Test
    void textsNeverUseTheWordsClerksComplainOf() throws IOException {
        for (Object text : texts("errors.properties").values()) {
            assertFalse(Pattern.compile("同步|非法|提交失败|异常代码|！").matcher(text.toString()).find(), text.toString());
        }
    }

    @Test
    void sentencesAreFilledInBothLanguages() {
        Map<String, String> details = Map.of("code", "5.1.1", "typed", "523000", "suggestion", "52.3");
        assertEquals("5.1.1 的单位是万人，是否52.3？原来输入的 523000 还留着。",
                new ErrorTexts(Locale.SIMPLIFIED_CHINESE).sentence(ErrorCode.FIGURE_IN_WRONG_UNIT, details));
        assertEquals("5.1.1 is in units of 10,000 people; did you mean 52.3? What you typed, 523000, is kept.",
                new ErrorTexts(Locale.UK).sentence(ErrorCode.FIGURE_IN_WRONG_UNIT, details));
        assertTrue(new ErrorTexts(Locale.ROOT).sentence(ErrorCode.NOT_A_NUMBER, Map.of("code", "1.1.1")).contains("…"));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String name) throws IOException {
        Properties properties = new Properties();
        try (var in = new InputStreamReader(ErrorRegisterTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
