/** Whether a room is on the record: the mode that all agree to. */
@NullMarked
package palabre.core.recording;

import org.jspecify.annotations.NullMarked;
