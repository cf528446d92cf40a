package org.shangbao.model.check;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.shangbao.model.edition.FormEdition;

/** What counts as a written reason (核实说明). */
public final class Explanations {
    /** Words of an assurance that the figure was looked at: they say that it is right, not why. Longest first. */
    private static final List<String> ASSURANCES = Stream
            .of("经", "已经", "已", "再次", "均", "都", "全部", "该", "此", "本", "项", "数据", "数字", "数值", "数", "情况", "核实", "核对", "核查", "复核", "审核", "检查",
                    "确认", "无误", "没有误", "属实", "正确", "准确", "真实", "无问题", "没有问题", "没问题", "没有错误", "没有错", "没错", "无错误", "无错", "是", "的", "了", "过",
                    "后", "ok")
            .sorted(Comparator.comparingInt(String::length).reversed()).toList();

    private Explanations() {}

    /**
     * True if the text can be a 核实说明: at least the edition's number of visible characters, more than one different letter, and more than
     * an assurance such as 核实无误, 已核实, 情况属实, however it is spaced, punctuated or repeated.
     */
    public static boolean isSufficient(String text, FormEdition edition) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (TextLength.of(normal) < edition.explanationMin()) {
            return false;
        }
        int[] letters = normal.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit).toArray();
        String words = new String(letters, 0, letters.length);
        return words.codePoints().filter(Character::isLetter).distinct().count() > 1 && !isAssurance(words);
    }

    private static boolean isAssurance(String words) {
        int position = 0;
        while (position < words.length()) {
            int start = position;
            Optional<String> found = ASSURANCES.stream().filter(word -> words.startsWith(word, start)).findFirst();
            if (found.isEmpty()) {
                return false;
            }
            position += found.get().length();
        }
        return true;
    }
}
