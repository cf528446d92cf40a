package org.shangbao.walkthrough;

import java.util.LinkedHashMap;
import java.util.Map;

import org.shangbao.model.unit.Unit;

/** Invented texts in the manner of such reports. Data of the demo, not words of the program. */
final class SampleTexts {
    private SampleTexts() {}

    /** Returns the county's text on 2.1, naming its own figure. */
    static String kindergartenPlan(Unit unit,
            String children) { return """
                    %s现有学前三年适龄幼儿%s人，城区人数增加，乡村人数减少，人口继续向城区集中。今年以来，会同发展改革、自然资源、卫生健康等部门，按出生人口和户籍变动测算未来三年入园需求，对原布局规划作了一次调整。
                    一是城区补短板。新建小区配套幼儿园与住宅同步交付，新增公办园学位优先安排在入园矛盾突出的片区。二是乡镇稳基本。保留乡镇中心幼儿园，承担对村级园的业务指导和教师派出。三是农村作调整。在园幼儿不足十五人的教学点，按“家长同意、就近接收、接送有保障”的原则分批并入，腾出的校舍用作社区儿童活动场所。
                    下一步，将把学位需求监测由每年一次改为每学期一次，避免一边紧缺、一边闲置。"""
                    .formatted(unit.name(), children).strip(); }

    /** Returns the county's text on 2.6. */
    static String fundingCase(Unit unit) {
        return """
                %s以“三个统一”破解学前教育人财物保障难题。一是统一生均公用经费，公办园不分城乡按同一标准拨付，在园幼儿不足一百人的按一百人核拨。二是统一非在编教师待遇，由县级财政按不低于当地最低工资标准一点六倍保障，依法缴纳社会保险。三是统一收费管理，保教费全部纳入财政专户，按月公示使用情况。实施以来教师流失率由百分之十一点二降至百分之四点七。"""
                .formatted(unit.name()).strip();
    }

    /** Returns the city's or province's own 综述 on 2.1. */
    static String overview(Unit unit, int counted) {
        return "%s%d个填报单位均已按人口变动调整普惠性幼儿园布局规划：城区重点补足新建小区学位，乡镇保留中心园，农村小规模教学点分批并入。存在的主要问题是个别地方仍沿用上一轮人口预测，接送保障尚未全部落实，将在下一期继续跟踪。"
                .formatted(unit.name(), counted);
    }

    /** Returns the province's own texts by item code; those the edition asks to be about 500 characters long are. */
    static Map<String, String> province(Unit unit) {
        Map<String, String> texts = new LinkedHashMap<>();
        String name = unit.name();
        texts.put("2.4", name + "教育行政部门印发专项治理通知，按照“自查自纠、逐级复核、省级抽查”的步骤推进。截至目前，共排查幼儿园四千三百余所，发现名称不规范、使用名称与审批名称不符等问题一百二十六个，"
                + "均已建立台账、明确整改时限，已完成整改一百一十九个，其余七个因证照变更正在办理。省级抽查未发现违规使用境外课程的情况。");
        texts.put("2.5",
                name + "会同发展改革、市场监管、财政部门完善民办幼儿园收费政策，明确非营利性民办园收费实行政府指导价，按办园成本和群众承受能力确定基准价和浮动幅度，并通过网站向社会公示。各地已全部出台实施细则，收费公示牌统一设置在园门口显著位置。");
        texts.put("6.1", about500(name, "《关于构建优质均衡的基本公共教育服务体系的意见》", "优质均衡"));
        texts.put("6.2", about500(name, "《关于实施新时代基础教育扩优提质行动计划的意见》", "扩优提质"));
        texts.put("7.1", about500(name, "中小学安全工作会议精神", "校园安全"));
        texts.put("7.2", about500(name, "教研会议精神", "教研工作"));
        return texts;
    }

    private static String about500(String name, String document,
            String subject) { return """
                    专题研究。%1$s党委教育工作领导小组召开专题会议，传达学习%2$s，把%3$s列入年度重点任务，由分管负责同志牵头，建立每两个月一次的工作调度。教育行政部门召开党组会议逐条对照，梳理出二十一项需要省级落实的任务，明确责任处室和完成时限。
                    方案制定。在实地调研的基础上，会同发展改革、财政、人力资源社会保障等部门制定实施方案，提出到二〇二七年的目标和分年度安排，明确学位供给、教师配备、经费保障和质量评价四个方面的具体措施，并广泛征求基层学校和家长代表意见。
                    推动实施。一是印发文件，将年度任务逐级分解，纳入对县级政府履行教育职责的评价内容。二是加大投入，安排专项资金支持薄弱地区改善条件，优先保障乡镇和人口流入地区。三是加强指导，组织专家分片联系，每季度到校不少于一次，及时总结推广有效做法。四是强化调度，对进展较慢的地方发函提醒、现场督促，帮助解决实际困难。
                    下一步，将继续围绕%3$s，重点解决城乡之间、学校之间发展不够平衡的问题，健全工作台账，确保各项任务按期完成。"""
                    .formatted(name, document, subject).strip(); }

    /** Returns an invented name. */
    static String personName(int number) {
        String[] family = { "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙" };
        String[] given = { "桂兰", "建国", "海燕", "志强", "玉梅", "立新", "晓峰", "丽娟", "国平", "秀英", "文斌" };
        return family[Math.floorMod(number, family.length)] + given[Math.floorMod(number / 3 + number, given.length)];
    }

    /** Returns the explanation of a finding for which a county has a good reason. */
    static String explanation() {
        return "新增一所招收肢体残疾儿童的学校，不属于所列五类，由市残联核实。";
    }
}
