package palabre.page;

/**
 * One of those from which a form lets choose.
 *
 * @param value what the form sends
 * @param words what people read
 */
public record Choice(String value, String words) {}
