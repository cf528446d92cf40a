package org.shangbao.client.ui.review;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A reason for returning, tied to one answer, while it is written. */
public final class ReasonDraft {
    private final TableRow.Answer answer;
    private final StringProperty text = new SimpleStringProperty("");

    ReasonDraft(TableRow.Answer answer) { this.answer = answer; }

    /** Returns the answer it is about. */
    public TableRow.Answer answer() { return answer; }

    /** What is written. */
    public StringProperty textProperty() { return text; }

    /** Adds a common phrase as a sentence of its own. */
    public void append(String phrase) {
        String written = text.get().strip();
        String joint = written.isEmpty() || written.endsWith("。") || written.endsWith(".") ? "" : "；";
        text.set(written + joint + phrase);
    }

    boolean isWritten() { return !text.get().isBlank(); }
}
