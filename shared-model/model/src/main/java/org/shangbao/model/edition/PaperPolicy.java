package org.shangbao.model.edition;

/**
 * What the edition asks of paper.
 *
 * @param submitNeedsScan true if figures may only be submitted together with an accepted scan (先报数后补件 otherwise)
 * @param cityPaper       what the city's summary needs
 */
public record PaperPolicy(boolean submitNeedsScan, CityPaper cityPaper) {

    /** Paper of the city level. */
    public enum CityPaper {
        /** No city paper. */
        NONE,
        /** A signature is enough. */
        SIGN,
        /** A stamp is asked for. */
        STAMP
    }
}
