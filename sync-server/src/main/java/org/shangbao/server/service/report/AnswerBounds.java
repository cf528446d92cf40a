package org.shangbao.server.service.report;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ReportContent;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;

/** What may stand in a unit's form at all, whether finished or a draft: known codes, digits the edition allows, texts of bounded length. */
public final class AnswerBounds {
    /** Longest text of an item, in characters; the edition's own bound is lower and checked by its rules. */
    private static final int MOST_TEXT = 20_000;

    private AnswerBounds() {}

    /**
     * Checks the answers of a unit.
     *
     * @param ownFigures false for a summary, whose summed figures may have more digits than any of their parts
     * @throws ReportingException FIGURE_UNKNOWN, FIGURE_TOO_PRECISE, FIGURE_TOO_LARGE, ITEM_UNKNOWN, TEXT_TOO_LONG
     */
    public static void check(FormEdition edition, Unit unit, ReportContent content, boolean ownFigures) throws ReportingException {
        Map<String, FigureDefinition> asked = edition.figuresOf(FormLevel.COUNTY).stream()
                .collect(Collectors.toMap(FigureDefinition::code, figure -> figure));
        boolean province = unit.fills() == FormLevel.PROVINCE;
        if (province) {
            edition.figuresOf(FormLevel.PROVINCE).forEach(figure -> asked.put(figure.code(), figure));
        }
        Set<String> summed = ownFigures
                ? Set.of()
                : edition.figuresOf(FormLevel.COUNTY).stream().map(FigureDefinition::code).collect(Collectors.toSet());
        for (Map.Entry<String, FigureValue> answer : content.figures().entrySet()) {
            FigureDefinition figure = asked.get(answer.getKey());
            if (figure == null) {
                throw new ReportingException(ErrorCode.FIGURE_UNKNOWN, Map.of("code", shown(answer.getKey())));
            }
            BigDecimal number = answer.getValue().number();
            if (number != null && number.scale() > figure.scale()) {
                throw new ReportingException(ErrorCode.FIGURE_TOO_PRECISE,
                        Map.of("code", figure.code(), "scale", Integer.toString(figure.scale()), "typed", number.toPlainString()));
            }
            // a sum may have more digits than any of its parts
            if (number != null && !summed.contains(figure.code()) && number.precision() - number.scale() > figure.integerDigits()) {
                throw new ReportingException(ErrorCode.FIGURE_TOO_LARGE,
                        Map.of("code", figure.code(), "digits", Integer.toString(figure.integerDigits()), "typed", number.toPlainString()));
            }
        }
        for (Map.Entry<String, String> text : content.narratives().entrySet()) {
            if (edition.item(text.getKey()).isEmpty()) {
                throw new ReportingException(ErrorCode.ITEM_UNKNOWN, Map.of("code", shown(text.getKey())));
            }
            if (text.getValue().length() > MOST_TEXT) {
                throw new ReportingException(ErrorCode.TEXT_TOO_LONG, Map.of("code", text.getKey(), "length",
                        Integer.toString(text.getValue().length()), "most", Integer.toString(MOST_TEXT)));
            }
        }
        for (String item : content.attachments().keySet()) {
            if (edition.item(item).isEmpty()) {
                throw new ReportingException(ErrorCode.ITEM_UNKNOWN, Map.of("code", shown(item)));
            }
        }
    }

    private static String shown(String code) { return code.length() > 20 ? code.substring(0, 20) : code; }
}
