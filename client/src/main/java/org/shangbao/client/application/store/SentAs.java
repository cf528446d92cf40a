package org.shangbao.client.application.store;

/** How the pages of a scan are packed for the way up; the scan as it was taken in stays on this computer. */
public enum SentAs {
    /** The files as they came, put together. */
    AS_SCANNED,
    /** Straightened, 200 dpi, colour JPEG. */
    COLOUR,
    /** Straightened, 200 dpi black and white (CCITT G4), with the signature block and whatever is in colour as a colour picture. */
    BLACK_AND_WHITE
}
