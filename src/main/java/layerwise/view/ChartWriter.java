package layerwise.view;

import java.util.Locale;

/** Writes the elements of an SVG drawing in pixels; all text is escaped, no element has an id, no font is loaded. */
final class ChartWriter {
    /** The colour of text. */
    static final String DARK = "#1f2937";
    /** The colour of text of less weight. */
    static final String SOFT = "#4b5563";

    /** How a text stands to its x. */
    enum Anchor {
        START,
        MIDDLE,
        END;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final StringBuilder elements = new StringBuilder();

    /** {@return the whole drawing on its own pale ground, with a label for those who do not see it} */
    Svg drawing(int width, int height, String label) {
        return new Svg("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" role=\"img\" aria-label=\"" + Html.escaped(label)
                + "\" font-family=\"sans-serif\" style=\"max-width:100%;height:auto\">\n<rect width=\"" + width
                + "\" height=\"" + height + "\" rx=\"8\" fill=\"#ffffff\"/>\n" + elements + "</svg>\n");
    }

    /** Begins a group; a reader who points at it sees {@code title}. */
    void open(String title) {
        elements.append("<g><title>").append(Html.escaped(title)).append("</title>\n");
    }

    /** Ends the group. */
    void close() {
        elements.append("</g>\n");
    }

    void text(int x, int y, Anchor anchor, int size, String colour, String text) {
        text(x, y, anchor, "font-size=\"" + size + "\" fill=\"" + colour + "\"", text);
    }

    void bold(int x, int y, Anchor anchor, int size, String colour, String text) {
        text(x, y, anchor, "font-size=\"" + size + "\" font-weight=\"bold\" fill=\"" + colour + "\"", text);
    }

    /** Draws a disc, or a ring where {@code hollow}. */
    void disc(int x, int y, int radius, boolean hollow, String colour) {
        add(
                "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\" fill-opacity=\"%s\" stroke=\"%s\" stroke-width=\"1.6\"/>\n",
                x, y, radius, colour, hollow ? "0.08" : "0.55", colour);
    }

    /** Draws a thin straight line. */
    void line(int x1, int y1, int x2, int y2, String colour) {
        add(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"1\"/>\n",
                x1, y1, x2, y2, colour);
    }

    /** Draws a bar. */
    void bar(int x, int y, int width, int height, String colour) {
        add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n", x, y, width, height, colour);
    }

    private void text(int x, int y, Anchor anchor, String style, String text) {
        if (text.isEmpty()) {
            return;
        }
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" %s>%s</text>\n",
                x, y, anchor.word(), style, Html.escaped(text));
    }

    /** Appends with the digits 0 to 9, whatever the language of the machine. */
    private void add(String pattern, Object... values) {
        elements.append(String.format(Locale.ROOT, pattern, values));
    }
}
