/** What comes out of a meeting: key points, decisions, actions, when people meet again. */
@NullMarked
package palabre.core.results;

import org.jspecify.annotations.NullMarked;
