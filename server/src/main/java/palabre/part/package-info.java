/**
 * What a kind of part is to the server. A room is made of parts: main, and those that its kinds
 * bring. A kind says how its log is folded, who may follow it, and what each audience is told;
 * everything else, from the writer to the carriers, is the same for all.
 */
@NullMarked
package palabre.part;

import org.jspecify.annotations.NullMarked;
