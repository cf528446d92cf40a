package org.shangbao.walkthrough;

import java.io.IOException;
import java.nio.file.Path;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Makes the stack every office sooner or later scans: one page of an earlier revision among the right ones. */
final class PageSwap {
    private PageSwap() {}

    static Path replacePage(Path right, Path wrong, int page, Path target) throws IOException {
        try (PDDocument good = Loader.loadPDF(right.toFile());
                PDDocument old = Loader.loadPDF(wrong.toFile());
                PDDocument mixed = new PDDocument()) {
            for (int index = 0; index < good.getNumberOfPages(); index++) {
                mixed.importPage(index == page - 1 ? old.getPage(index) : good.getPage(index));
            }
            mixed.save(target.toFile());
        }
        return target;
    }
}
