package palabre.core.order;

import palabre.core.floor.FloorRequest;

/**
 * A place in the order of speaking, and why.
 *
 * @param personMs what the person has spoken so far
 * @param teamMs what their team has
 */
public record Place(FloorRequest request, Why why, long personMs, long teamMs) {}
