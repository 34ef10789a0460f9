/**
 * Event loops, and that nothing holds one up: each serves many rooms and thousands of connections,
 * and whatever takes long on it makes all of them wait. {@link palabre.loops.LoopWatch} notices.
 */
@NullMarked
package palabre.loops;

import org.jspecify.annotations.NullMarked;
