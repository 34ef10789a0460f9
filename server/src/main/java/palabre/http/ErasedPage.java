package palabre.http;

import java.time.Instant;
import palabre.conduct.Eraser;
import palabre.text.Html;
import palabre.text.Messages;

/** That a session was erased, for the organiser: what was destroyed, and what was not reached. */
final class ErasedPage {
    private ErasedPage() {}

    /**
     * @param desk the address of the organiser's page
     */
    static String render(Messages m, Eraser.Proof proof, String desk) {
        Html page =
                Pages.begin(m, m.text("organiser.erased"), "", "")
                        .element("h1", m.text("organiser.erased"))
                        .element(
                                "p id=\"proof\"",
                                m.text(
                                        "organiser.proof",
                                        "id",
                                        proof.session(),
                                        "t",
                                        Instant.ofEpochMilli(proof.atMs())))
                        .raw("<ul>");
        proof.copies().forEach(c -> page.element("li", m.text("organiser.copyErased", "t", c)));
        proof.unreachable().forEach(c -> page.element("li", m.text("organiser.copyLeft", "t", c)));
        page.raw("</ul><p><a href=\"").text(desk);
        return Pages.end(page.raw("\">").text(m.text("organiser.title")).raw("</a></p>"));
    }
}
