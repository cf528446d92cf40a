package org.shangbao.model.error;

/**
 * The register of failures a user can act on. The code is stable: never renumbered, retired instead. Texts stand in
 * {@code errors.properties} (Chinese) and {@code errors_en.properties} under the code; a test keeps both whole.
 */
public enum ErrorCode {
    /** code takes a number. */
    NOT_A_NUMBER("INPUT-001", ExitCode.BAD_INPUT, 400),
    /** code is in units of 10,000 people; did you mean suggestion? What you typed, typed, is kept. */
    FIGURE_IN_WRONG_UNIT("INPUT-002", ExitCode.BAD_INPUT, 400),
    /** code cannot be negative. */
    FIGURE_NEGATIVE("INPUT-003", ExitCode.BAD_INPUT, 400),
    /** code takes at most scale decimals. */
    FIGURE_TOO_PRECISE("INPUT-004", ExitCode.BAD_INPUT, 400),
    /** code is too large: at most digits digits before the point. */
    FIGURE_TOO_LARGE("INPUT-005", ExitCode.BAD_INPUT, 400),
    /** This report has no figure code; nothing was changed. */
    FIGURE_UNKNOWN("INPUT-006", ExitCode.BAD_INPUT, 400),
    /** This report has no item code; nothing was changed. */
    ITEM_UNKNOWN("INPUT-007", ExitCode.BAD_INPUT, 400),
    /** The text of code has length characters, at most most are taken. */
    TEXT_TOO_LONG("INPUT-008", ExitCode.BAD_INPUT, 400),
    /** There is no period period; nothing was changed. */
    PERIOD_UNKNOWN("INPUT-009", ExitCode.BAD_INPUT, 400),
    /** The file “file” cannot be read; nothing was changed. */
    FILE_UNREADABLE("INPUT-010", ExitCode.BAD_INPUT, 400),
    /** The command is not right: detail. */
    COMMAND_LINE("INPUT-011", ExitCode.BAD_INPUT, 400),
    /** Line line of “file” cannot be read: detail. */
    CSV_UNREADABLE("INPUT-012", ExitCode.BAD_INPUT, 400),
    /** The form edition is broken and was not loaded; editions already here are untouched. */
    EDITION_BROKEN("EDITION-001", ExitCode.BAD_INPUT, 422),
    /** Edition edition is not here; nothing was changed. */
    EDITION_UNKNOWN("EDITION-002", ExitCode.BAD_INPUT, 422),
    /** Unit unit is not in the list; nothing was changed. */
    UNIT_UNKNOWN("UNIT-001", ExitCode.BAD_INPUT, 404),
    /** Line line of the unit list is wrong: reason. */
    UNIT_LIST_BROKEN("UNIT-002", ExitCode.BAD_INPUT, 422),
    /** The report is “status”; act is not possible now. */
    MOVE_NOT_ALLOWED("REPORT-001", ExitCode.DECISION, 409),
    /** mustFix must-fix and mustExplain must-explain findings are open; the report cannot be generated. */
    FINDINGS_OPEN("REPORT-002", ExitCode.DECISION, 422),
    /** An explanation needs at least minimum characters and “verified” alone is not one. */
    EXPLANATION_TOO_THIN("REPORT-003", ExitCode.DECISION, 422),
    /** A reason is needed to act. */
    REASON_MISSING("REPORT-004", ExitCode.DECISION, 422),
    /** The report is not finalized, so the paper for signing cannot be printed. */
    REPORT_NOT_FINALIZED("REPORT-005", ExitCode.DECISION, 409),
    /** There is no accepted scan yet, so the report cannot be submitted. */
    SCAN_MISSING("REPORT-006", ExitCode.DECISION, 422),
    /** The report does not match its digest and was not taken. */
    DIGEST_MISMATCH("REPORT-007", ExitCode.DAMAGED, 422),
    /** The report's format cannot be read (reason) and it was not taken. */
    REPORT_FORMAT("REPORT-008", ExitCode.BAD_INPUT, 422),
    /** Another content exists under this revision; it was not taken and what is stored is unchanged. */
    REVISION_REUSED("REPORT-009", ExitCode.BAD_INPUT, 409),
    /** Another computer has submitted revision Rnumber. */
    REVISION_CONFLICT("REPORT-010", ExitCode.DECISION, 412),
    /** There is no report report. */
    REPORT_UNKNOWN("REPORT-011", ExitCode.BAD_INPUT, 404),
    /** count units below are not approved yet: units. */
    CHILDREN_OUTSTANDING("REPORT-012", ExitCode.DECISION, 409),
    /** code is not what the units below add up to: expected, found. */
    SUMMARY_DIFFERS("REPORT-013", ExitCode.DECISION, 422),
    /** The scan was not accepted: problems. */
    SCAN_REFUSED("SCAN-001", ExitCode.DECISION, 422),
    /** “file” cannot be read: reason. */
    SCAN_UNREADABLE("SCAN-002", ExitCode.BAD_INPUT, 422),
    /** The file is too large (size; at most most). */
    SCAN_TOO_LARGE("SCAN-003", ExitCode.BAD_INPUT, 413),
    /** Taking the scan in was stopped by a person; what was here before is unchanged. */
    SCAN_STOPPED("SCAN-004", ExitCode.DECISION, 409),
    /** The paper was read by no machine and nobody has confirmed it by eye. */
    PAPER_NOT_CONFIRMED("SCAN-005", ExitCode.DECISION, 409),
    /** The printer printer did not take the pages. */
    PRINTER_FAILED("PRINT-001", ExitCode.FAILED, 502),
    /** Page page is asked for, the print has pages pages. */
    PRINT_RANGE("PRINT-002", ExitCode.BAD_INPUT, 400),
    /** The upload went on at the wrong place; the server holds offset bytes and the program continues from there. */
    UPLOAD_OFFSET("UPLOAD-001", ExitCode.NO_LINK, 409),
    /** The server does not know this upload; it starts anew, the file is safe here. */
    UPLOAD_UNKNOWN("UPLOAD-002", ExitCode.NO_LINK, 404),
    /** The file that arrived differs from the original and was not used. */
    UPLOAD_DIGEST("UPLOAD-003", ExitCode.DAMAGED, 422),
    /** The server (server) cannot be reached. */
    SERVER_UNREACHABLE("LINK-001", ExitCode.NO_LINK, 503),
    /** What answered is not the reporting server (perhaps a network login page). */
    NOT_OUR_SERVER("LINK-002", ExitCode.NO_LINK, 502),
    /** The server failed (reference) and took nothing. */
    SERVER_FAILED("LINK-003", ExitCode.NO_LINK, 500),
    /** Account or secret is not right; nothing was changed. */
    NOT_SIGNED_IN("ACCESS-001", ExitCode.DECISION, 401),
    /** person may not do this (act). */
    NOT_PERMITTED("ACCESS-002", ExitCode.DECISION, 403),
    /** Too many wrong attempts; the account is paused until until. */
    LOCKED_OUT("ACCESS-003", ExitCode.DECISION, 429),
    /** The enrolment file is incomplete or was changed (reason); it was not used. */
    ENROLMENT_BROKEN("ENROL-001", ExitCode.BAD_INPUT, 422),
    /** This data folder already belongs to unit. */
    ALREADY_ENROLLED("ENROL-002", ExitCode.DECISION, 409),
    /** This data folder is not enrolled yet. */
    NOT_ENROLLED("ENROL-003", ExitCode.DECISION, 409),
    /** The data on this computer are damaged: detail. */
    STORE_DAMAGED("STORE-001", ExitCode.DAMAGED, 500),
    /** The data folder is in use by another program. */
    STORE_IN_USE("STORE-002", ExitCode.DECISION, 409),
    /** The unlock file does not fit this data folder. */
    STORE_LOCKED("STORE-003", ExitCode.DECISION, 401),
    /** It could not be stored (detail). */
    STORE_NOT_WRITABLE("STORE-004", ExitCode.FAILED, 507),
    /** The program was not closed properly last time; count entries were restored from the journal. */
    STORE_REPAIRED("STORE-005", ExitCode.DONE, 200),
    /** The data were written by a newer version of this program. */
    STORE_NEWER("STORE-006", ExitCode.DECISION, 409),
    /** The backup file cannot be used. */
    BACKUP_UNUSABLE("STORE-007", ExitCode.DAMAGED, 422),
    /** The data folder must not lie here: reason (NETWORK, CLOUD, REMOVABLE). */
    FOLDER_UNSUITABLE("STORE-008", ExitCode.DECISION, 409),
    /** The disk of the data folder is nearly full: free. */
    DISK_NEARLY_FULL("STORE-009", ExitCode.DONE, 200),
    /** The data folder may not be written: folder. */
    FOLDER_READ_ONLY("STORE-010", ExitCode.DECISION, 403),
    /** The last way to open the data folder cannot be taken away. */
    LAST_KEY("STORE-011", ExitCode.DECISION, 409),
    /** There is a way name to open the data folder already, or there is none. */
    KEY_NAME("STORE-012", ExitCode.BAD_INPUT, 409),
    /** The recovery file is none, or belongs to another folder, key or request; nothing was changed. */
    RECOVERY_BROKEN("STORE-013", ExitCode.BAD_INPUT, 422),
    /** This data folder has no recovery key. */
    NO_RECOVERY_KEY("STORE-014", ExitCode.DECISION, 409),
    /** The server knows of more saves of this folder (known) than it holds (found): the whole folder was put back to an older state. */
    STORE_BEHIND("STORE-015", ExitCode.DONE, 200),
    /** The operating system's keeping of passwords does not answer, or refuses. */
    KEYRING_SILENT("STORE-016", ExitCode.DECISION, 503),
    /** What this user of the operating system keeps does not open this data folder. */
    KEYRING_WITHOUT("STORE-017", ExitCode.DECISION, 404),
    /** No user of the operating system was allowed to open this data folder. */
    NO_USER_KEY("STORE-018", ExitCode.DECISION, 409),
    /** The report of unit is not yours to review now. */
    NOT_YOUR_TURN("REVIEW-001", ExitCode.DECISION, 409),
    /** unit has sent a newer revision (Rnumber). */
    REVISION_MOVED_ON("REVIEW-002", ExitCode.DECISION, 412),
    /** A return needs reasons tied to figures. */
    RETURN_NEEDS_REASONS("REVIEW-003", ExitCode.DECISION, 422),
    /** It is not the turn of “step” yet; “before” comes first. */
    SIGNOFF_ORDER("SIGNOFF-001", ExitCode.DECISION, 409),
    /** Sign-off is not complete, so the report cannot go to the ministry. */
    SIGNOFF_OPEN("SIGNOFF-002", ExitCode.DECISION, 409),
    /** The file is no 上报数据包, or was damaged on the way (reason). */
    PACKAGE_BROKEN("PACKAGE-001", ExitCode.BAD_INPUT, 422),
    /** The package would be size MB; at most 20 are taken. */
    PACKAGE_TOO_LARGE("PACKAGE-002", ExitCode.BAD_INPUT, 413),
    /** The package is for another office (unit), computer or server. */
    PACKAGE_NOT_FOR_US("PACKAGE-003", ExitCode.BAD_INPUT, 422),
    /** Account or secret in the package is not right any more. */
    PACKAGE_SENDER("PACKAGE-004", ExitCode.DECISION, 422),
    /** The package, or something in it, was written by a newer version of this program. */
    PACKAGE_NEWER("PACKAGE-005", ExitCode.DECISION, 422),
    /** This office does not have the server's key for packages yet. */
    PACKAGE_NO_KEY("PACKAGE-006", ExitCode.DECISION, 409),
    /** Nothing waits that a package could carry. */
    PACKAGE_EMPTY("PACKAGE-007", ExitCode.DECISION, 409),
    /** The program failed (reference). */
    UNEXPECTED("GENERAL-001", ExitCode.FAILED, 500);

    private final String code;
    private final ExitCode exitCode;
    private final int httpStatus;

    ErrorCode(String code, ExitCode exitCode, int httpStatus) {
        this.code = code;
        this.exitCode = exitCode;
        this.httpStatus = httpStatus;
    }

    /** Returns the stable code, for example {@code STORE-001}. */
    public String code() { return code; }

    /** Returns what a command ends with. */
    public ExitCode exitCode() { return exitCode; }

    /** Returns the HTTP status the server answers with. */
    public int httpStatus() { return httpStatus; }

    /**
     * Returns the entry with this code.
     *
     * @return the entry; {@link #UNEXPECTED} for a code this program does not know (a newer server)
     */
    public static ErrorCode of(String code) {
        for (ErrorCode candidate : values()) {
            if (candidate.code.equals(code)) {
                return candidate;
            }
        }
        return UNEXPECTED;
    }
}
