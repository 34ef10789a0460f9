/** Questions to the chair: put, voted up, published, answered; who sees them. */
@NullMarked
package palabre.core.questions;

import org.jspecify.annotations.NullMarked;
