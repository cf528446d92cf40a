package org.shangbao.client.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Questions to the person that stand before everything else. ViewModels ask through this, so their tests need no screen. Answers come on the
 * FX thread; nothing is called if the person turns back.
 */
public interface Dialogs {

    /** Asks before an act that the same person cannot undo. The answer {@code confirmed} is called only if the act is wanted. */
    void confirm(Confirmation question, Runnable confirmed);

    /** Asks for a written reason; {@code given} is called with a text that is not blank. */
    void askReason(Confirmation question, Consumer<String> given);

    /**
     * Asks before an act that may be given a few words on its way.
     *
     * @param label what the words are for
     * @param most  most characters that are taken
     * @param given called with the words, empty if none were written
     */
    void askWords(Confirmation question, Text label, int most, Consumer<String> given);

    /** Lets the person choose existing files. */
    void chooseFiles(FileRequest request, Consumer<List<Path>> chosen);

    /** Lets the person choose where to save. */
    void chooseSaveTarget(FileRequest request, Consumer<Path> chosen);

    /** Lets the person choose a folder that exists. */
    void chooseFolder(Text title, Consumer<Path> chosen);

    /** Opens a file with the program the system uses for it. */
    void openWithSystem(Path file);

    /**
     * A question.
     *
     * @param headline what is going to happen
     * @param sentence what it means
     * @param facts    lines to read before deciding
     * @param action   words of the button that does it; never Yes or No
     */
    record Confirmation(Text headline, Text sentence, List<Text> facts, Text action) {
        /** Copies the list. */
        public Confirmation {
            facts = List.copyOf(facts);
        }
    }

    /**
     * What kind of file is asked for.
     *
     * @param title         title of the chooser
     * @param kind          what the files are
     * @param patterns      patterns such as {@code *.pdf}
     * @param suggestedName suggested file name when saving, empty otherwise
     */
    record FileRequest(Text title, Text kind, List<String> patterns, String suggestedName) {
        /** Copies the list. */
        public FileRequest {
            patterns = List.copyOf(patterns);
        }
    }
}
