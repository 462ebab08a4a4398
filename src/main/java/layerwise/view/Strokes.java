package layerwise.view;

import java.util.Locale;

/** Collects the elements of a small SVG drawing in pixels, with short attributes; all text is escaped, nothing has an id. */
final class Strokes {
    /** The colour of text. */
    static final String DARK = "#1f2937";
    /** The colour of text of less weight. */
    static final String SOFT = "#4b5563";
    /** The colour of lines that hold nothing. */
    static final String FAINT = "#d1d5db";

    /** A text around its x, with a space for what else is said of it. */
    static final String MIDDLE = "text-anchor='middle' ";

    private static final String TITLE = "font-size='14' font-weight='bold'";

    private final StringBuilder elements = new StringBuilder();

    /**
     * {@return the whole drawing on its own white ground, readable on light and dark pages, with a label for those who do
     * not see it}
     */
    Svg drawing(int width, int height, String label) {
        return new Svg("<svg xmlns='http://www.w3.org/2000/svg' width='" + width + "' height='" + height
                + "' viewBox='0 0 " + width + " " + height + "' role='img' aria-label='" + Html.escaped(label)
                + "' font-family='sans-serif' font-size='12' fill='" + DARK
                + "' style='max-width:100%;height:auto'>\n<rect width='" + width + "' height='" + height
                + "' rx='8' fill='#fff'/>\n" + elements + "</svg>\n");
    }

    /** Appends an element as it is, with the digits 0 to 9 whatever the language of the machine. */
    void add(String pattern, Object... values) {
        elements.append(values.length == 0 ? pattern : String.format(Locale.ROOT, pattern, values));
    }

    /** Begins a group with these attributes. */
    void open(String attributes) {
        add("<g" + spaced(attributes) + ">");
    }

    /** Begins a group with these attributes; a reader who points at it sees {@code words}. */
    void explain(String attributes, String words) {
        open(attributes);
        add("<title>" + Html.escaped(words) + "</title>");
    }

    /** Ends the group. */
    void close() {
        add("</g>\n");
    }

    void rectangle(double x, double y, double width, double height, String attributes) {
        add("<rect x='" + px(x) + "' y='" + px(y) + "' width='" + px(width) + "' height='" + px(height) + "'"
                + spaced(attributes) + "/>");
    }

    void disc(int x, int y, int radius, String attributes) {
        add("<circle cx='" + x + "' cy='" + y + "' r='" + radius + "'" + spaced(attributes) + "/>");
    }

    void line(int x1, int y1, int x2, int y2, String colour) {
        path("M" + x1 + " " + y1 + "L" + x2 + " " + y2, "stroke='" + colour + "'");
    }

    void path(String d, String attributes) {
        add("<path d='" + d + "'" + spaced(attributes) + "/>");
    }

    void text(double x, double y, String attributes, String text) {
        add("<text x='" + px(x) + "' y='" + px(y) + "'" + spaced(attributes) + ">" + Html.escaped(text) + "</text>");
    }

    void title(int x, int y, String text) {
        text(x, y, TITLE, text);
    }

    /** Writes a title around {@code middle}. */
    void centred(int middle, int y, String text) {
        text(middle, y, MIDDLE + TITLE, text);
    }

    /** {@return a length with at most one decimal} */
    static String px(double length) {
        double rounded = Math.round(length * 10) / 10.0;
        return rounded == Math.rint(rounded) ? "" + (long) rounded : "" + rounded;
    }

    private static String spaced(String attributes) {
        return attributes.isBlank() ? "" : " " + attributes.strip();
    }
}
