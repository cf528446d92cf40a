/**
 * Papers: what the program prints, from a filled form to the sign-off sheet.
 *
 * <p>
 * A caller describes a paper as a {@link org.shangbao.client.print.PrintableReport} or
 * {@link org.shangbao.client.print.PrintableSignOff} and receives a finished PDF with the place of every figure in it.
 * JasperReports breaks the pages; a finishing pass then adds what depends on all pages together: codes, page numbers,
 * closing rules.
 */
@NullMarked
package org.shangbao.client.print;

import org.jspecify.annotations.NullMarked;
