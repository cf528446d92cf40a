package org.shangbao.client.application.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.shangbao.model.error.ReportingException;
import org.shangbao.paper.ExpectedPaper;
import org.shangbao.paper.PagesByEye;
import org.shangbao.paper.QrText;
import org.shangbao.paper.ScanFault;
import org.shangbao.paper.ScanPage;
import org.shangbao.wire.v1.PaperByHand;

/** Which page of the paper each unread page of a scan is, as a clerk says. Holds nothing; safe to share between threads. */
final class ToldPages {
    /** Pages of the paper by place in the scan. */
    Map<Integer, Integer> of(ExpectedPaper expected, List<ScanPage> pages, ByHand said) throws ReportingException {
        List<ScanPage> unread = pages.stream().filter(PagesByEye::isUnread).toList();
        if (said.manner() == PaperByHand.Manner.HAND_FILLED) {
            if (unread.size() != pages.size()) {
                throw refused("byhand.filled", Map.of());
            }
            return unread.stream().collect(Collectors.toMap(ScanPage::position, page -> pages.indexOf(page) + 1));
        }
        List<Integer> told = said.pages().isEmpty() ? missing(expected, pages) : said.pages();
        if (unread.isEmpty() || told.size() != unread.size()) {
            throw refused("byhand.count",
                    Map.of("unread", Integer.toString(unread.size()), "missing", Integer.toString(told.size())));
        }
        Map<Integer, Integer> places = new HashMap<>();
        for (int index = 0; index < told.size(); index++) {
            if (told.get(index) > 0) {
                places.put(unread.get(index).position(), told.get(index));
            }
        }
        return places;
    }

    private static List<Integer> missing(ExpectedPaper expected, List<ScanPage> pages) {
        Set<QrText> read = pages.stream().map(ScanPage::code).filter(java.util.Objects::nonNull).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, expected.pages()).boxed().filter(page -> !read.contains(expected.page(page))).toList();
    }

    /** Refuses a 校验码 that is not this revision's; one of an earlier revision is named. */
    void requireCode(CurrentPaper current, ExpectedPaper expected, ByHand said, List<CurrentPaper.Earlier> earlier)
            throws ReportingException {
        if (said.manner() == PaperByHand.Manner.HAND_FILLED || expected.digest().hasCheckCode(said.checkCode())) {
            return;
        }
        for (CurrentPaper.Earlier other : earlier) {
            if (other.digest().hasCheckCode(said.checkCode())) {
                throw refused("checkcode.other", Map.of("found", Integer.toString(other.number()), "expected",
                        Integer.toString(current.revision().number())));
            }
        }
        throw refused("checkcode", Map.of("found", said.checkCode()));
    }

    private static ReportingException refused(String code, Map<String, String> values) {
        return ScanDesk.refused(List.of(new ScanFault(code, values)));
    }
}
