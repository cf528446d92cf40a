package org.shangbao.client.print;

import java.util.Objects;

/**
 * The lines at the head of the pages.
 *
 * @param issuer who issued the form
 * @param documentNumber under which document number
 * @param editionVersion which version of the form
 * @param runningUnit the unit as later pages name it
 * @param runningTitle form and period as later pages name them
 */
public record PaperHead(String issuer, String documentNumber, String editionVersion, String runningUnit,
        String runningTitle) {

    public PaperHead {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(documentNumber, "documentNumber");
        Objects.requireNonNull(editionVersion, "editionVersion");
        Objects.requireNonNull(runningUnit, "runningUnit");
        Objects.requireNonNull(runningTitle, "runningTitle");
    }
}
