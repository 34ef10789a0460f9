package palabre.codec;

import palabre.core.Code;

/**
 * Something that is wrong in a file.
 *
 * @param at where: {@code people[3].role}
 */
public record Fault(String at, Code code) {}
