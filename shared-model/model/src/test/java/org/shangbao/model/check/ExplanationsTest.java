package org.shangbao.model.check;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.PaperPolicy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExplanationsTest {
    private static final FormEdition EDITION = new FormEdition(new EditionId("test"), "0".repeat(64), "指标", "第1版", "1号", "某厅", List.of(),
            List.of(),
            List.of(), new PaperPolicy(true, PaperPolicy.CityPaper.NONE), 6, null);

    @ParameterizedTest
    @ValueSource(strings = { "新建学校两所投用", "本期撤并了3个教学点，学生转入中心校", "Two schools were merged.", "经核实，今年新增两所县管高中", "核实无误：两校合并所致" })
    void reasonIsSufficient(String text) { assertTrue(Explanations.isSufficient(text, EDITION), text); }

    @ParameterizedTest
    @ValueSource(strings = { "", "核实无误", "核实无误。", "  核 实 无 误 ！！！", "已核实，核实无误", "情况属实", "情况属实，数据无误。", "经核实，数据无误", "经核实数据准确无误", "无误无误无误无误",
            "核\u200B实\u3000无误。。。。", "已经核对过了，没有问题", "okokok", "ＯＫ，核实无误", "撤并两所", "。。。。。。。。", "111111111", "啊啊啊啊啊啊啊", "      撤并      " })
    void assuranceOrTooFewCharactersAreNot(String text) { assertFalse(Explanations.isSufficient(text, EDITION), text); }

    @Test
    void longAssuranceIsRefusedWithoutEffort() { assertFalse(Explanations.isSufficient("已经核实无误".repeat(50_000), EDITION)); }
}
