package org.shangbao.client.application.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.shangbao.model.error.ErrorCode;

/**
 * Takes over of a log what cannot hold anything a person typed: time, level, thread, logger, codes and names of the register, references,
 * exception types and frames. A list of what is allowed, since nobody can list what people type.
 */
final class LogFilter {
    private static final Pattern LINE = Pattern
            .compile(
                    "(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}) (TRACE|DEBUG|INFO|WARN|ERROR) +\\[([\\w-]{1,40})] ([\\w.$]{1,60}) (.*)");
    private static final Pattern FRAME = Pattern.compile("\\s+at [\\w.$/<>@-]{1,300}\\([\\w.$ ]{1,80}(:\\d{1,6})?\\)");
    private static final Pattern CAUSE = Pattern
            .compile("(Caused by: )?((?:[a-z][\\w]*\\.)+[A-Z][\\w$]*(?:Exception|Error|Failure))(: .*)?");
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_]+(-\\d{3})?");
    private static final Pattern REFERENCE = Pattern.compile("(?:reference|Failure) ([0-9a-f]{8})\\b");
    private static final Set<String> KNOWN = known();

    private LogFilter() {}

    static String harmless(String log) {
        StringBuilder kept = new StringBuilder();
        log.lines().forEach(line -> {
            Matcher header = LINE.matcher(line);
            if (header.matches()) {
                kept.append(header.group(1)).append(' ').append(header.group(2)).append(" [").append(header.group(3)).append("] ")
                        .append(header.group(4)).append(' ').append(String.join(" ", words(header.group(5)))).append('\n');
                return;
            }
            Matcher cause = CAUSE.matcher(line);
            if (cause.matches()) {
                kept.append(cause.group(1) == null ? "" : cause.group(1)).append(cause.group(2)).append('\n');
            } else if (FRAME.matcher(line).matches()) {
                kept.append(line).append('\n');
            }
        });
        return kept.toString();
    }

    private static List<String> words(String message) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(message);
        while (word.find()) {
            if (KNOWN.contains(word.group())) {
                words.add(word.group());
            }
        }
        Matcher reference = REFERENCE.matcher(message);
        while (reference.find()) {
            words.add(reference.group(1));
        }
        return words;
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>();
        for (ErrorCode error : ErrorCode.values()) {
            known.add(error.name());
            known.add(error.code());
        }
        return known;
    }
}
