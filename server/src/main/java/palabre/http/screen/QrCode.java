package palabre.http.screen;

import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code to be drawn as one path, dark on light in every colour scheme.
 *
 * @param size of a side, with the quiet zone, in modules
 * @param path the dark modules, in the words of an SVG path
 */
record QrCode(int size, String path) {
    private static final int QUIET = 4;

    static QrCode of(String content) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(content, Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            row(path, code, y);
        }
        return new QrCode(code.size + 2 * QUIET, path.toString());
    }

    /** Each run of dark modules is one rectangle. */
    private static void row(StringBuilder path, io.nayuki.qrcodegen.QrCode code, int y) {
        for (int x = 0; x < code.size; x++) {
            int from = x;
            while (x < code.size && code.getModule(x, y)) {
                x++;
            }
            int run = x - from;
            if (run > 0) {
                path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
                path.append('h').append(run).append("v1h-").append(run).append('z');
            }
        }
    }
}
