package org.shangbao.client.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.PageKind;

/** Papers built from the official sentences of the first edition. */
final class PaperFixtures {

    private static final Pattern BLANK = Pattern.compile(" *\\{([0-9.]+)} *");
    private static final String DIGEST = "KD25HIARJ7Q2MZ4XTWLPB6NE3A";

    private PaperFixtures() {}

    static PaperCoding coding(String unit, PageKind kind, int revision) {
        return new PaperCoding(new UnitId(unit), new PeriodId("2024-10"), kind, revision, new PageDigest(DIGEST));
    }

    static PaperHead head(String unit, String title) { return new PaperHead("教育部基础教育司", "教基司函〔2023〕34号", "第1版（2023年10月）", unit, title); }

    /** The county's items, every figure from {@code value}; an empty value leaves the blank open. */
    static List<SentenceRow> countyRows(Function<String, String> value) {
        return rows(value, level -> level.equals("县级"));
    }

    static List<SentenceRow> provinceRows(Function<String, String> value) { return rows(value, _ -> true); }

    private static List<SentenceRow> rows(Function<String, String> value, java.util.function.Predicate<String> levels) {
        List<SentenceRow> rows = new ArrayList<>();
        for (String line : sentences()) {
            String[] columns = line.split("\t", -1);
            if (levels.test(columns[4])) {
                String pointer = switch (columns[2]) {
                    case "2.1" -> "见附件1（一）";
                    case "2.2" -> "核实说明1";
                    case "2.6" -> "见附件1（二）";
                    case "2.7" -> "本期未报";
                    default -> "";
                };
                rows.add(new SentenceRow(columns[0], columns[1], columns[3], columns[4], columns[4].equals("省级"),
                        sentence(columns[5], value),
                        columns[6], pointer));
            }
        }
        return rows;
    }

    private static List<SentencePiece> sentence(String template, Function<String, String> value) {
        List<SentencePiece> pieces = new ArrayList<>();
        Matcher blank = BLANK.matcher(template);
        int from = 0;
        while (blank.find()) {
            words(pieces, template.substring(from, blank.start()));
            String code = blank.group(1);
            List<String> codes = code.equals("5.2.1") ? List.of("5.2.1", "5.2.2", "5.2.3") : List.of(code);
            for (String each : codes) {
                if (!each.equals(codes.getFirst())) {
                    words(pieces, "、");
                }
                String text = value.apply(each);
                pieces.add(text.isEmpty() ? new SentencePiece.Blank(each) : new SentencePiece.Figure(each, text));
            }
            from = blank.end();
        }
        words(pieces, template.substring(from));
        return pieces;
    }

    private static void words(List<SentencePiece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new SentencePiece.Text(OfficialWords.onPaper(text)));
        }
    }

    private static List<String> sentences() {
        try (InputStream stream = PaperFixtures.class.getResourceAsStream("sentences.tsv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A plausible figure for a code, the same every time. */
    static String figure(String code) {
        return switch (code) {
            case "1.1.1", "1.1.2" -> "96";
            case "2.1.1" -> "14268";
            case "5.1.1" -> "52.3";
            case "5.1.3", "5.1.4" -> "0";
            default -> String.valueOf(Math.abs(code.hashCode() % 2500));
        };
    }

    static final String LONG = "我县现有学前三年适龄幼儿14268人，较2023年同期减少612人，其中县城和中心镇增加241人，其余12个乡镇减少853人，人口向城镇集中的趋势明显。"
            + "今年以来，县教育局会同发展改革、自然资源、卫生健康等部门，按出生人口和户籍变动数据逐乡镇测算2024—2027年入园需求，对原布局规划作了一次调整，普及普惠率由94.6%提高到96.4%。";

    static Annex.Narratives narratives(int paragraphs) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < paragraphs; i++) {
            texts.add(LONG);
        }
        return new Annex.Narratives("情况说明", "2.1、2.6",
                List.of(new Annex.Section("（一）2.1　调整优化县域普惠性幼儿园布局规划情况", texts),
                        new Annex.Section("（二）2.6　加大学前教育财政投入，解决学前教育人财物保障问题的举措与成效",
                                List.of("2024年县本级财政安排学前教育专项资金2860万元，同比增长18.3%，占同级财政性教育经费的7.9%。主要做法：一是定标准，将公办园生均公用经费财政拨款标准提高到每生每年600元；二是保待遇；三是管长效。",
                                        "截至9月底，资金已拨付2145万元，惠及公办园31所。"))));
    }

    static Annex.Explanations explanations() {
        return new Annex.Explanations("核实说明", "3条", "系统校验后需要核实的数据共3条，均已逐条核对原始资料，说明如下。",
                List.of(new Annex.Explanation("2.2.3", "本年累计数比上期（8月）减少", "1", "2", "上期误将城关幼儿园屋面维修列入改扩建，经核对项目批复文件，本期更正为1所。"),
                        new Annex.Explanation("3.1.5", "与上期相比变动超过50%", "1260", "700", "县实验小学、第二初中扩建教学楼9月投入使用，新增学位560个，见竣工验收备案表。"),
                        new Annex.Explanation("3.5.2", "与上期相比变动超过50%", "164", "96", "8月下旬新学期交流轮岗集中办理，68人已于9月1日到岗，有任免文件甲教〔2024〕41号。")));
    }

    static PrintableReport county() { return county(countyRows(PaperFixtures::figure), List.of(narratives(3), explanations())); }

    static PrintableReport county(List<SentenceRow> rows, List<Annex> annexes) {
        return new PrintableReport(PrintableReport.Kind.COUNTY, head("丙省乙市甲县", "基础教育重点任务“双月报”报表（2024年10月）"), "基础教育重点任务“双月报”报表",
                "（2024年10月）",
                "填报单位：甲县教育局（990301）", "所属：丙省乙市", null, rows, annexes, new PaperSignature("李建国", "张晓岚", "0999-6220187"),
                coding("990301", PageKind.REPORT, 2),
                "第2稿，2024年10月28日15时20分生成。各页编号、校验码须一致；单面打印，连同附件全部扫描回传。");
    }

    static PrintableReport province() {
        List<String> units = new ArrayList<>();
        for (char unit : "乙丁戊己庚辛壬癸子丑寅卯辰巳午未申".toCharArray()) {
            units.add(unit + "市");
        }
        units.add("省直管县");
        List<Annex.OverviewRow> overview = new ArrayList<>();
        overview.add(overviewRow("范围", "", "应报县数", "个", units.size(), 8));
        overview.add(overviewRow("范围", "", "已审核县数", "个", units.size(), 8));
        String[] groups = { "1\n中小学党\n建德育", "2\n学前教育\n普惠优质\n发展", "3\n义务教育\n优质均衡\n发展", "4\n普通高中\n优质特色\n发展" };
        for (int i = 0; i < 48; i++) {
            overview.add(overviewRow(groups[i / 12], (i / 12 + 1) + "." + (i % 12 / 4 + 1) + "." + (i % 4 + 1),
                    i % 7 == 0 ? "“一校一案”制定劳动教育清单并有效执行的学校数" : "今年以来新建公办园提供学位数", "所", units.size(), 1 + i * 37L * (i % 5 == 0 ? 900 : 1)));
        }
        return new PrintableReport(PrintableReport.Kind.SUMMARY, head("丙省", "基础教育重点任务“双月报”省级报表（2024年10月）"), "丙省基础教育重点任务“双月报”报表",
                "（2024年10月）", "填报单位：丙省教育厅（990000）", "报送：教育部基础教育司", "应报190个县（市、区），已审核188个，未报2个（见附件3，不计入合计）",
                provinceRows(PaperFixtures::figure),
                List.of(narratives(6), new Annex.Overview("分市一览表", "2张", units, overview),
                        new Annex.MissingUnits("未报单位", "2个", "应报190个，未报2个。未报单位的数据不计入本期合计，也不以上期数据代替。",
                                List.of(new Annex.MissingUnit("庚市", "巳县", "0999-3311206", "校舍系统切换，数据未核实完毕，10月31日18时说明情况，拟于11月5日前补报。"),
                                        new Annex.MissingUnit("丑市", "双河土家族苗族侗族自治县", "0999-5520318", "10月31日12时通知后未再次上报，经电话催报2次。"))),
                        new Annex.ExplanationSummary("核实说明汇总", "412条", "已审核的188个县共报核实说明412条，均经市级审核认可。下表列变动幅度最大的2条，全部条目随电子表报送。",
                                List.of(new Annex.UnitExplanation("庚市午县", "3.1.5", "与上期相比变动超过50%", "3所学校扩建工程集中竣工，附验收文件。"),
                                        new Annex.UnitExplanation("乙市甲县", "2.2.3", "本年累计数比上期减少", "上期误将屋面维修列入改扩建，本期更正。"))),
                        new Annex.Cases("案例目录", "2篇", null,
                                List.of(new Annex.Case("2.6", "县财政兜底非在编教师待遇的“三统一”做法", "乙市甲县教育局", "指定"),
                                        new Annex.Case("2.6", "以“在园100人”为基准的小园补助机制", "壬市戊县教育局", "指定")))),
                new PaperSignature("刘卫东", "陈　静", "0999-88001234"), coding("990000", PageKind.REPORT, 3),
                "第3稿，2024年10月31日17时05分生成。由188份已审核县级报表汇总，各份摘要值随本表存档。");
    }

    private static Annex.OverviewRow overviewRow(String group, String code, String name, String measure, int units, long value) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            values.add(String.valueOf(value + i * 3));
        }
        return new Annex.OverviewRow(group, code, name, measure, String.valueOf(value * units), values);
    }

    static PrintableSignOff signOff() {
        return new PrintableSignOff("丙省教育厅", "基础教育重点任务“双月报”报送审签单", "（2024年10月）",
                List.of(new PrintableSignOff.Field("报送事项", List.of("2024年10月“双月报”省级报表，报教育部基础教育司。"), PrintableSignOff.Face.PLAIN),
                        new PrintableSignOff.Field("报　　表", List.of("编号 990000-2024-10-R03　校验码 KD25 HIAR　共11页"), PrintableSignOff.Face.BOLD),
                        new PrintableSignOff.Field("数据摘要",
                                List.of("DD0C2C70 261F6204 5FF1B8D6 39A29B94", "5C4BF822 D852F96F 1D68EE9E 05F3BBBC"),
                                PrintableSignOff.Face.BOLD),
                        new PrintableSignOff.Field("汇总范围", List.of("应报190个县（市、区），已审核188个，未报2个（庚市巳县、丑市双河土家族苗族侗族自治县），未报的不计入合计。"),
                                PrintableSignOff.Face.PLAIN),
                        new PrintableSignOff.Field("需要说明", List.of("1．各县核实说明412条，见报表附件4。", "2．全省合计与上期相比变动超过50%的2项：3.1.5、4.3.3。"),
                                PrintableSignOff.Face.PLAIN)),
                List.of(new PrintableSignOff.Step("经办人", "基础教育处", "陈　静", "数据汇总完毕，与各市审核结果一致，建议报送。"),
                        new PrintableSignOff.Step("处室负责人", "基础教育处", "", ""), new PrintableSignOff.Step("会　签", "发展规划处", "", ""),
                        new PrintableSignOff.Step("会　签", "财务处", "", ""), new PrintableSignOff.Step("分管厅领导", "", "", "")),
                List.of("1．本单以数据摘要与上列报表绑定。审签后数据有改动的，摘要随之改变，本单作废，重新审签。", "2．各环节签署完毕后报部。在办公系统审签的，填文号：____________________"),
                coding("990000", PageKind.SIGN_OFF, 3),
                "随第3稿（R03）于2024年10月31日17时08分生成。须与报表页脚的校验码相同。");
    }

    static PrintableReport of(PrintableReport.Kind kind, PrintableReport report, List<SentenceRow> rows) {
        return new PrintableReport(kind, report.head(), report.title(), report.subtitle(), report.unit(), report.affiliation(),
                report.scope(), rows,
                kind == PrintableReport.Kind.BLANK ? List.of() : report.annexes(), report.signature(), null,
                kind == PrintableReport.Kind.BLANK ? "教基司函〔2023〕34号　第1版（2023年10月）" : "2024年10月25日9时41分打印。仅供校对和征求意见，不得签字盖章，不作上报依据。");
    }
}
