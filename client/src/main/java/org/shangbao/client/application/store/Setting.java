package org.shangbao.client.application.store;

/** Single values of an office. */
public enum Setting {
    /** Unit id of the office. */
    UNIT,
    /** Base URL of the server. */
    SERVER_URL,
    /** Public key that verifies receipts. */
    SERVER_KEY,
    /** PEM of the authority that issued the server's certificate. */
    CERTIFICATES,
    /** Public key of the province for data recovery. */
    RECOVERY_KEY,
    /** The server's public key for packages. */
    PACKAGE_KEY,
    /** Key pair that answers in packages are closed for: public and private half with a space between. */
    ANSWER_KEY,
    /** Where the server stood in the latest package that brought lists only, as a cursor. */
    LISTS_CURSOR,
    /** Account that is signed in. */
    ACCOUNT,
    /** Cursor of the last changes received. */
    CURSOR,
    /** When the server was last reached. */
    LAST_CONTACT,
    /** {@code true} if the last attempt reached the server. */
    CONNECTED,
    /** When the enrolment file was issued. */
    ENROLMENT_ISSUED_AT,
    /** Folder on another drive where backups are copied; empty if none. */
    SECOND_DRIVE,
    /** Identity of this folder's history; a restored backup begins another one. */
    HISTORY,
    /** What the server knew more than this folder holds, until the person has read it: {@code known/found}. */
    BEHIND,
    /** Folder the scanner puts its files into. */
    SCAN_FOLDER,
    /** {@code SLOW} if scans are sent as small as they can be. */
    LINK_MODE,
    /** Bytes a second of the last upload worth measuring. */
    LINK_SPEED,
    /** What was done to the ways of opening this folder. */
    KEY_ACTS
}
