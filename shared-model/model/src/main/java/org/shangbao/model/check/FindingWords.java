package org.shangbao.model.check;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.report.FigureValue;

/** Puts findings into words of one language. */
final class FindingWords {
    private final ResourceBundle texts;
    private final boolean english;
    private final CheckContext context;
    private final Map<String, FigureDefinition> figures;

    private FindingWords(Locale locale, CheckContext context, Map<String, FigureDefinition> figures) {
        this.texts = ResourceBundle.getBundle("org.shangbao.model.check.messages", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.english = locale.equals(Locale.ENGLISH);
        this.context = context;
        this.figures = figures;
    }

    static FindingWords chinese(CheckContext context, Map<String, FigureDefinition> figures) {
        return new FindingWords(Locale.ROOT, context, figures);
    }

    static FindingWords english(CheckContext context, Map<String, FigureDefinition> figures) {
        return new FindingWords(Locale.ENGLISH, context, figures);
    }

    String failed(CheckRule rule, @Nullable String each) {
        return new MessageTemplate(english ? rule.messageEn() : rule.message()).fill(place -> words(place, each));
    }

    String cannotEvaluate(List<MissingOperand> missing, List<String> codes) {
        String separator = texts.getString("separator");
        String reasons = missing.stream().map(this::reason).collect(Collectors.joining(separator));
        String key = codes.isEmpty() ? "cannot.evaluate" : "cannot.evaluate.codes";
        return MessageFormat.format(texts.getString(key), reasons, String.join(separator, codes));
    }

    private String reason(MissingOperand operand) {
        return MessageFormat.format(texts.getString("missing." + operand.reason()), operand.code());
    }

    private String words(MessageTemplate.Place place, @Nullable String each) {
        String code = place.code().equals("x") && each != null ? each : place.code();
        return switch (place.kind()) {
            case VALUE -> value(context.content().figure(code));
            case PREVIOUS -> value(context.previous().map(content -> content.figure(code)).orElse(FigureValue.MISSING));
            case LABEL -> label(code);
            case UNIT -> Optional.ofNullable(figures.get(code)).map(FigureDefinition::unit).orElse("");
            case CODE -> code;
            case LENGTH -> Integer.toString(TextLength.of(context.content().narrative(code)));
        };
    }

    private String label(String code) {
        FigureDefinition figure = figures.get(code);
        if (figure == null) {
            return code;
        }
        return english && !figure.labelEn().isEmpty() ? figure.labelEn() : figure.label();
    }

    private String value(FigureValue value) {
        return switch (value.status()) {
            case VALUE -> value.canonical();
            case MISSING -> texts.getString("value.missing");
            case NOT_APPLICABLE -> texts.getString("value.notApplicable");
        };
    }

}
