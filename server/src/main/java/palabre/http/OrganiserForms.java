package palabre.http;

import java.util.List;
import palabre.text.Html;
import palabre.text.Messages;

/** Forms of the organiser's pages: all go to one address, and say what they are to do. */
class OrganiserForms {
    final Messages m;
    private final String address;

    /**
     * @param address to which the forms are sent
     */
    OrganiserForms(Messages m, String address) {
        this.m = m;
        this.address = address;
    }

    Html form(Html page, String act) {
        return page.raw("<form method=\"post\" action=\"")
                .text(address)
                .raw("\">")
                .hidden("do", act);
    }

    void button(Html page, String key) {
        page.raw("<p><button>").text(m.text(key)).raw("</button></p></form>");
    }

    void input(Html page, String name, String key, String value, String attributes) {
        page.raw("<p><label>").text(m.text(key)).raw("<br><input name=\"" + name + "\" ");
        page.raw(attributes).raw(" value=\"").text(value).raw("\"></label></p>");
    }

    void area(Html page, String name, String key, String value) {
        page.raw("<p><label>").text(m.text(key)).raw("<br><textarea name=\"" + name);
        page.raw("\" rows=\"3\" style=\"width:100%\" maxlength=\"8000\">").text(value);
        page.raw("</textarea></label></p>");
    }

    void cell(Html page, String name, String key, String value, String attributes) {
        page.raw("<label style=\"display:inline-block\">").text(m.text(key));
        page.raw("<br><input name=\"" + name + "\" ").raw(attributes);
        page.raw(" value=\"").text(value).raw("\"></label> ");
    }

    void select(Html page, String name, String key, String chosen, List<String[]> options) {
        page.raw("<label style=\"display:inline-block\">").text(m.text(key));
        page.raw("<br><select name=\"" + name + "\">");
        for (String[] o : options) {
            page.raw("<option value=\"").text(o[0]).raw("\"");
            page.raw(o[0].equals(chosen) ? " selected>" : ">").text(o[1]).raw("</option>");
        }
        page.raw("</select></label> ");
    }
}
