package org.shangbao.wire.v1.edition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.check.CheckRule;
import org.shangbao.model.check.Expression;
import org.shangbao.model.check.ExpressionParser;
import org.shangbao.model.check.MessageTemplate;
import org.shangbao.model.check.References;
import org.shangbao.model.check.RuleSyntaxException;
import org.shangbao.model.check.Severity;
import org.shangbao.model.edition.Indicator;
import org.shangbao.model.edition.Item;
import org.shangbao.model.unit.FormLevel;

/** Reads the rules of an edition against its items and figures. */
final class RuleReader {
    private static final Pattern RULE_ID = Pattern.compile("[A-Z][A-Za-z0-9-]{0,19}");
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]{2,40})\\}");
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, FormLevel> figures = new LinkedHashMap<>();
    private final Map<String, BigDecimal> parameters;
    private final Set<String> switchedOff;

    RuleReader(List<Indicator> indicators, Map<String, BigDecimal> parameters, Set<String> switchedOff) {
        for (Indicator indicator : indicators) {
            for (Item item : indicator.items()) {
                items.put(item.code(), item);
                item.figures().forEach(figure -> figures.put(figure.code(), item.filledBy()));
            }
        }
        this.parameters = parameters;
        this.switchedOff = switchedOff;
    }

    List<CheckRule> read(JsonPlace place) throws EditionFormatException {
        List<CheckRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonPlace element : place.elements(0, 1_000)) {
            CheckRule rule = rule(element);
            if (!ids.add(rule.id())) {
                throw element.field("id").fault("rule " + rule.id() + " occurs twice");
            }
            rules.add(rule);
        }
        return rules;
    }

    private CheckRule rule(JsonPlace place) throws EditionFormatException {
        place.object(Set.of("id", "expression", "severity", "stage", "basis", "message", "messageEn"),
                Set.of("each", "appliesTo", "backedBy", "enabled"));
        String id = place.field("id").matching(RULE_ID, "a rule id such as R17");
        FormLevel appliesTo = place.ifPresent("appliesTo", field -> field.constant(FormLevel.values()));
        List<String> each = place.has("each") ? each(place.field("each")) : List.of();
        JsonPlace source = place.field("expression");
        String text = source.text(ExpressionParser.MOST_CHARACTERS);
        Expression condition = condition(source, text);
        checkReferences(source, References.of(condition), !each.isEmpty(), appliesTo);
        List<String> backedBy = new ArrayList<>();
        for (JsonPlace sentence : place.has("backedBy") ? place.field("backedBy").elements(0, 20) : List.<JsonPlace>of()) {
            backedBy.add(sentence.text(1_000));
        }
        boolean enabled = (!place.has("enabled") || place.field("enabled").truth()) && !switchedOff.contains(id);
        return new CheckRule(id, text, condition, each, place.field("severity").constant(Severity.values()),
                place.field("stage").constant(CheckRule.Stage.values()), appliesTo, place.field("basis").constant(CheckRule.Basis.values()),
                backedBy, enabled, message(place.field("message"), !each.isEmpty()), message(place.field("messageEn"), !each.isEmpty()));
    }

    private Expression condition(JsonPlace place, String text) throws EditionFormatException {
        try {
            return ExpressionParser.parse(text, parameters);
        } catch (RuleSyntaxException e) {
            throw new EditionFormatException(place.pointer(), String.valueOf(e.getMessage()));
        }
    }

    private List<String> each(JsonPlace place) throws EditionFormatException {
        Set<String> codes = new LinkedHashSet<>();
        for (JsonPlace element : place.elements(1, 1_000)) {
            String code = element.text(20);
            if (code.equals("*")) {
                codes.addAll(figures.keySet());
            } else if (!figures.containsKey(code)) {
                throw element.fault("unknown figure " + code);
            } else if (!codes.add(code)) {
                throw element.fault("figure " + code + " is listed twice");
            }
        }
        return List.copyOf(codes);
    }

    private void checkReferences(JsonPlace place, References references, boolean hasEach, @Nullable FormLevel appliesTo)
            throws EditionFormatException {
        for (String code : references.figures()) {
            if (code.equals("x")) {
                if (!hasEach) {
                    throw place.fault("{x} needs a list of figures in each");
                }
            } else if (!figures.containsKey(code)) {
                throw place.fault("unknown figure " + code);
            } else if (appliesTo != null && figures.get(code) != appliesTo) {
                throw place.fault("figure " + code + " is not filled by " + appliesTo);
            }
        }
        if (hasEach && !references.figures().contains("x")) {
            throw place.fault("a rule with a list of figures in each must speak of {x}");
        }
        for (String code : references.items()) {
            if (!items.containsKey(code)) {
                throw place.fault("unknown item " + code);
            }
        }
    }

    private String message(JsonPlace place, boolean hasEach) throws EditionFormatException {
        String filled = withParameters(place, place.text(500));
        try {
            for (MessageTemplate.Place spot : new MessageTemplate(filled).places()) {
                boolean known = spot.code().equals("x")
                        ? hasEach && spot.kind() != MessageTemplate.Kind.LENGTH
                        : spot.kind() == MessageTemplate.Kind.LENGTH ? items.containsKey(spot.code()) : figures.containsKey(spot.code());
                if (!known) {
                    throw place.fault("unknown place for " + spot.code());
                }
            }
        } catch (IllegalArgumentException e) {
            throw new EditionFormatException(place.pointer(), String.valueOf(e.getMessage()));
        }
        return filled;
    }

    private String withParameters(JsonPlace place, String text) throws EditionFormatException {
        for (String name : PARAMETER.matcher(text).results().map(match -> match.group(1)).toList()) {
            if (!parameters.containsKey(name)) {
                throw place.fault("unknown parameter " + name);
            }
        }
        return PARAMETER.matcher(text).replaceAll(match -> parameters.getOrDefault(match.group(1), BigDecimal.ZERO).toPlainString());
    }
}
