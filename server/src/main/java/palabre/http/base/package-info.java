/**
 * What every address works with: who asks and in which language ({@link
 * palabre.http.base.Visitor}), how pages and refusals are sent ({@link palabre.http.base.Pages},
 * {@link palabre.http.base.Problems}), where the server listens ({@link
 * palabre.http.base.ServerConfig}).
 */
@NullMarked
package palabre.http.base;

import org.jspecify.annotations.NullMarked;
