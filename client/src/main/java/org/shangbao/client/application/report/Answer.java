package org.shangbao.client.application.report;

import java.util.List;

import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.model.report.Attachment;

/** One answer as it stands or shall stand on the desk: enough to write it, and to write it back when it is undone. */
public sealed interface Answer {

    /** Returns what it answers. */
    AnswerKey key();

    /** True if it was taken over from the last period and nobody confirmed it yet. */
    boolean carriedOver();

    /** Returns the same answer, confirmed. */
    Answer confirmed();

    /** True if nothing is answered. */
    boolean isEmpty();

    /** What stands in a blank, as typed. */
    record Figure(String code, String typed, boolean carriedOver) implements Answer {
        @Override
        public AnswerKey key() { return AnswerKey.figure(code); }

        @Override
        public Answer confirmed() { return new Figure(code, typed, false); }

        @Override
        public boolean isEmpty() { return typed.isBlank(); }
    }

    /** The text of an item. */
    record Narrative(String code, String text, boolean carriedOver) implements Answer {
        @Override
        public AnswerKey key() { return AnswerKey.narrative(code); }

        @Override
        public Answer confirmed() { return new Narrative(code, text, false); }

        @Override
        public boolean isEmpty() { return text.isBlank(); }
    }

    /** The files of an item; their content lies in the office's store already. */
    record Files(String code, List<Attachment> files, boolean carriedOver) implements Answer {
        /** Copies the list. */
        public Files {
            files = List.copyOf(files);
        }

        @Override
        public AnswerKey key() { return AnswerKey.files(code); }

        @Override
        public Answer confirmed() { return new Files(code, files, false); }

        @Override
        public boolean isEmpty() { return files.isEmpty(); }
    }

    /** The explanation of a finding. */
    record Explanation(String code, String text, boolean carriedOver) implements Answer {
        @Override
        public AnswerKey key() { return AnswerKey.explanation(code); }

        @Override
        public Answer confirmed() { return new Explanation(code, text, false); }

        @Override
        public boolean isEmpty() { return text.isBlank(); }
    }
}
