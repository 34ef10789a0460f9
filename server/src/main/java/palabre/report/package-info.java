/**
 * What remains of a session for people to read: minutes and statistics, as a document that knows no
 * format, and its writers for web pages, Markdown, word processors and spreadsheets.
 */
@NullMarked
package palabre.report;

import org.jspecify.annotations.NullMarked;
