/** The app: its page and its files. */
@NullMarked
package palabre.http.app;

import org.jspecify.annotations.NullMarked;
