/** The lobby: who comes without a personal invitation waits there for the chair. */
@NullMarked
package palabre.core.lobby;

import org.jspecify.annotations.NullMarked;
