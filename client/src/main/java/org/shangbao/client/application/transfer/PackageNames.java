package org.shangbao.client.application.transfer;

import org.shangbao.client.application.text.FileNames;
import org.shangbao.model.period.PeriodId;
import org.shangbao.wire.v1.transfer.TransferPackage;

/** Names suggested for packages. They are Chinese in every language of the window: somebody else has to recognise the file. */
public final class PackageNames {
    private PackageNames() {}

    /** Name of a package with drafts: {@code 甲县-2024年10月-送预审.sbp}. */
    public static String preReview(String unitName, PeriodId period) {
        return name(unitName, period, "送预审");
    }

    /** Name of the package that goes back to a unit. */
    public static String reply(String unitName, PeriodId period) {
        return name(unitName, period, "回复");
    }

    private static String name(String unitName, PeriodId period, String what) {
        return FileNames.part(unitName) + "-" + period.value().replace("-", "年") + "月-" + what + TransferPackage.SUFFIX;
    }
}
