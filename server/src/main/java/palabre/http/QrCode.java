package palabre.http;

import io.nayuki.qrcodegen.QrCode.Ecc;
import palabre.text.Html;

/** A QR code as inline SVG: one path, dark on light in every colour scheme. */
final class QrCode {
    private static final int QUIET = 4;

    private QrCode() {}

    /**
     * @param says what a screen reader says of it
     */
    static void write(Html page, String content, String says) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(content, Ecc.MEDIUM);
        int size = code.size + 2 * QUIET;
        page.raw("<svg class=\"qr\" role=\"img\" aria-label=\"").text(says);
        page.raw("\" viewBox=\"0 0 " + size + " " + size + "\" shape-rendering=\"crispEdges\">");
        page.raw("<path fill=\"#fff\" d=\"M0 0h" + size + "v" + size + "H0z\"/>");
        page.raw("<path d=\"");
        for (int y = 0; y < code.size; y++) {
            row(page, code, y);
        }
        page.raw("\"/></svg>");
    }

    /** Each run of dark modules is one rectangle. */
    private static void row(Html page, io.nayuki.qrcodegen.QrCode code, int y) {
        for (int x = 0; x < code.size; x++) {
            int from = x;
            while (x < code.size && code.getModule(x, y)) {
                x++;
            }
            int run = x - from;
            if (run > 0) {
                page.raw("M" + (from + QUIET) + " " + (y + QUIET));
                page.raw("h" + run + "v1h-" + run + "z");
            }
        }
    }
}
