package org.shangbao.client.application.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.shangbao.client.application.office.Editions;
import org.shangbao.client.application.store.OfficeRecords;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.EditionRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 本单位口径: the office's own words on what figures count. What was noted under an earlier edition follows to the figure of the same meaning
 * until something else is noted there; a note that was taken away stays away, also in the editions after.
 */
final class FigureNotes {
    private static final Logger LOG = LoggerFactory.getLogger(FigureNotes.class);

    private FigureNotes() {}

    /** Notes of an edition as they count there; an empty one was taken away. */
    private record Noted(FormEdition edition, SortedMap<String, String> notes) {}

    /** Returns the notes by figure code. */
    static Map<String, String> of(OfficeRecords records, Editions editions, FormEdition edition) throws ReportingException {
        List<Noted> before = new ArrayList<>();
        for (FormEdition earlier : earlierThan(edition, records, editions)) {
            before.add(follow(before, earlier, records));
        }
        SortedMap<String, String> notes = follow(before, edition, records).notes();
        notes.values().removeIf(String::isEmpty);
        return notes;
    }

    private static Noted follow(List<Noted> before, FormEdition edition, OfficeRecords records) throws ReportingException {
        SortedMap<String, String> notes = new TreeMap<>(records.figureNotes(edition.id()));
        for (Noted earlier : before.reversed()) {
            for (FigureDefinition figure : edition.figures().values()) {
                figure.sameIn(earlier.edition()).map(same -> earlier.notes().get(same.code()))
                        .ifPresent(note -> notes.putIfAbsent(figure.code(), note));
            }
        }
        return new Noted(edition, notes);
    }

    /** Editions whose periods begin before this one's, oldest first; the order in which they came says nothing. */
    private static List<FormEdition> earlierThan(FormEdition edition, OfficeRecords records, Editions editions)
            throws ReportingException {
        List<FormEdition> earlier = new ArrayList<>();
        for (EditionRecord record : records.editions()) {
            if (!record.id().equals(edition.id().value())) {
                try {
                    FormEdition other = editions.load(record);
                    if (begin(other).compareTo(begin(edition)) < 0) {
                        earlier.add(other);
                    }
                } catch (ReportingException e) {
                    LOG.warn("Edition {} cannot be read, its notes do not follow", record.id(), e);
                }
            }
        }
        earlier.sort(Comparator.comparing(FigureNotes::begin));
        return earlier;
    }

    private static String begin(FormEdition edition) {
        return edition.calendar().isEmpty() ? "" : edition.calendar().getFirst().period().value();
    }
}
