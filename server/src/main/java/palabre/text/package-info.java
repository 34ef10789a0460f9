/** The words that people read, from the catalogues that the app in the browser uses too. */
@NullMarked
package palabre.text;

import org.jspecify.annotations.NullMarked;
