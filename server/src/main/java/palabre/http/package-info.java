/**
 * The server put together: {@link palabre.http.PalabreServer} starts it, {@code Routes} says which
 * address leads where, and {@code OperationsRoute} answers those who run it. What is behind the
 * addresses is in the packages below; none of them knows this one.
 */
@NullMarked
package palabre.http;

import org.jspecify.annotations.NullMarked;
