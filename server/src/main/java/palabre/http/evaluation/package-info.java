/** What those who were there think of a session, asked when it is over. */
@NullMarked
package palabre.http.evaluation;

import org.jspecify.annotations.NullMarked;
