package org.shangbao.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the text of a rule into words, numbers, references and signs. */
final class ExpressionTokens {
    private static final Pattern TOKEN = Pattern
            .compile("(?<number>[0-9]{1,15}+(?:\\.[0-9]{1,6})?+(?![0-9.]))|\\{(?<reference>[0-9.a-z]{1,20})\\}|(?<word>[A-Za-z]{1,40})"
                    + "|(?<sign>!=|<=|>=|[=<>+\\-*/(),])");

    private ExpressionTokens() {}

    enum Kind {
        NUMBER, REFERENCE, WORD, SIGN, END
    }

    record Token(Kind kind, String text, int position) {}

    static List<Token> of(String text) throws RuleSyntaxException {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int position = 0;
        while (true) {
            while (position < text.length() && text.charAt(position) == ' ') {
                position++;
            }
            if (position == text.length()) {
                tokens.add(new Token(Kind.END, "", position));
                return tokens;
            }
            if (!matcher.region(position, text.length()).lookingAt()) {
                throw new RuleSyntaxException(position, "not understood");
            }
            tokens.add(token(matcher, position));
            position = matcher.end();
        }
    }

    private static Token token(Matcher matcher, int position) {
        String reference = matcher.group("reference");
        if (reference != null) {
            return new Token(Kind.REFERENCE, reference, position);
        }
        if (matcher.group("number") != null) {
            return new Token(Kind.NUMBER, matcher.group(), position);
        }
        return new Token(matcher.group("word") != null ? Kind.WORD : Kind.SIGN, matcher.group(), position);
    }
}
