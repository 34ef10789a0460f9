package palabre.codec;

import palabre.core.seats.Person;

/**
 * Somebody in a file of people.
 *
 * @param room the key of the room that they are invited to
 */
public record PersonEntry(Person person, String language, String mail, String zone, String room) {}
