/** Polls: what is asked, how one votes, how it is counted, who sees it. */
@NullMarked
package palabre.core.polls;

import org.jspecify.annotations.NullMarked;
