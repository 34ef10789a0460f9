/** The rules of the floor, as values: orders of speaking, limits, kinds of requests. */
@NullMarked
package palabre.core.policy;

import org.jspecify.annotations.NullMarked;
