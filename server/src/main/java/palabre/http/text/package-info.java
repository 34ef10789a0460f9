/**
 * The room as a page without scripts, and its forms: the fourth carrier. Each part of the page has
 * a class that says what is shown, and a template.
 */
@NullMarked
package palabre.http.text;

import org.jspecify.annotations.NullMarked;
