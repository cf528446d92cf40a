/**
 * The office's data folder. A change goes first into an append-only, fsynced, hash-chained, encrypted journal, then into H2, and only then
 * counts as saved; at start the journal is verified and what H2 lost is applied again. Formats: {@code docs/formats/data-folder.md},
 * {@code docs/formats/journal-v1.md}. The only package of the client that knows SQL.
 */
@NullMarked
package org.shangbao.client.data;

import org.jspecify.annotations.NullMarked;
