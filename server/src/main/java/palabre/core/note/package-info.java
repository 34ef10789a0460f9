/**
 * Shared notes: who changes what, in a text that many write at once.
 *
 * <p>A {@link palabre.core.note.ChangeSet} says how one text becomes another; its form is that of
 * CodeMirror's change sets. Changes made at the same time are mapped over one another ({@link
 * palabre.core.note.ChangeSet#map}), always one by one, in the order of the log: mapping over
 * several that were composed into one gives other texts. Where two insert at one place, the lower
 * {@link palabre.core.note.Site} comes first, not who arrives first: so words that two people type
 * at one caret stay whole. Evidence and figures: docs/decisions/0026-shared-notes.md.
 */
@NullMarked
package palabre.core.note;

import org.jspecify.annotations.NullMarked;
