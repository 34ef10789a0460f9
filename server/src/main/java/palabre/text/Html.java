package palabre.text;

/** Writes HTML; what is not markup is escaped. */
public final class Html {
    private final StringBuilder out = new StringBuilder(2_048);

    /** Markup, as it stands. */
    public Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text or an attribute's value. */
    public Html text(Object value) {
        out.append(escape(value.toString()));
        return this;
    }

    /** {@code <name>text</name>}. */
    public Html element(String name, Object text) {
        return raw("<" + name + ">").text(text).raw("</" + name.split(" ", 2)[0] + ">");
    }

    /** A field that is sent without being shown. */
    public Html hidden(String name, Object value) {
        return raw("<input type=\"hidden\" name=\"" + name + "\" value=\"").text(value).raw("\">");
    }

    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
