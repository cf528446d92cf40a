package org.shangbao.client.application.paper;

/** What kind of link scans are packed for. */
public enum LinkMode {
    /** Colour at 200 dpi where the scan is larger than that. */
    NORMAL,
    /** 慢速网络: as small as it can be and still be read. */
    SLOW
}
