package layerwise.view;

import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the elements of an SVG drawing in pixels; all text is escaped, no element has an id, no font is loaded. */
final class SvgWriter {
    private final StringBuilder elements = new StringBuilder();
    private final List<String> words = new ArrayList<>();

    /** {@return the whole drawing on its own ground, with a label for those who do not see it} */
    Svg drawing(String attributes, int width, int height, String label, String style) {
        return new Svg("<svg xmlns='http://www.w3.org/2000/svg' class='lwd' " + attributes + "width='" + width
                + "' height='" + height + "' viewBox='0 0 " + width + " " + height + "' role='img' aria-label='"
                + Html.escaped(label) + "'><style>" + style + "</style>\n<rect class='ground' width='" + width
                + "' height='" + height + "' rx='8'/>\n" + elements + "</svg>\n");
    }

    /** {@return an attribute with a space after it, or nothing where it has no value} */
    static String attribute(String name, String value) {
        return value.isEmpty() ? "" : name + "='" + Html.escaped(value) + "' ";
    }

    /** {@return all texts so far, in their order} */
    List<String> words() {
        return List.copyOf(words);
    }

    /** Begins a group; a reader who points at it sees {@code title}. */
    void open(String attributes, String title) {
        elements.append("<g ").append(attributes.strip()).append('>');
        if (!title.isEmpty()) {
            words.add(title);
            elements.append("<title>").append(Html.escaped(title)).append("</title>");
        }
        elements.append('\n');
    }

    /** Ends the group. */
    void close() {
        elements.append("</g>\n");
    }

    void box(Rectangle box, String attributes) {
        add(
                "<rect x='%d' y='%d' width='%d' height='%d' %s/>\n",
                box.x, box.y, box.width, box.height, attributes.strip());
    }

    /** Draws {@code count} boxes behind {@code front}, each {@code step} further up and to the right: what is seen of them. */
    void behind(Rectangle front, int step, int count) {
        if (count > 0) {
            elements.append("<path class='s' d='");
            for (int n = count; n > 0; n--) {
                add(
                        "M%d,%dh%dv%dh%dv%dh%dz",
                        front.x + n * step,
                        front.y - n * step,
                        front.width,
                        front.height,
                        -step,
                        step - front.height,
                        step - front.width);
            }
            elements.append("'/>\n");
        }
    }

    void text(int x, int y, String attributes, String text) {
        words.add(text);
        String attribute = attributes.isEmpty() ? "" : " " + attributes;
        add("<text x='%d' y='%d'%s>%s</text>\n", x, y, attribute, Html.escaped(text));
    }

    /** Draws lines that turn at right angles, and at the end of each a head that points down. */
    void arrows(List<List<Point>> lines) {
        if (lines.isEmpty()) {
            return;
        }
        elements.append("<path class='e' d='")
                .append(lines.stream().map(SvgWriter::line).distinct().collect(Collectors.joining()));
        elements.append("'/>\n<path class='h' d='")
                .append(lines.stream().map(SvgWriter::head).distinct().collect(Collectors.joining()))
                .append("'/>\n");
    }

    /** Draws an arrow straight to the right, or across. */
    void slanted(Point from, Point to) {
        add("<path class='e' d='M%d,%dL%d,%d'/>\n", from.x, from.y, to.x, to.y);
        add("<path class='h' d='M%d,%dl-6,-3v6z'/>\n", to.x, to.y);
    }

    /** Draws an arrow level to the right, up to {@code end}. */
    void across(Point from, int end) {
        add("<path class='e' d='M%d,%dH%d'/>\n", from.x, from.y, end);
        add("<path class='h' d='M%d,%dl-6,-3v6z'/>\n", end, from.y);
    }

    /** Draws lines without heads. */
    void lines(List<List<Point>> lines) {
        if (!lines.isEmpty()) {
            elements.append("<path class='e' d='")
                    .append(lines.stream().map(SvgWriter::line).distinct().collect(Collectors.joining()))
                    .append("'/>\n");
        }
    }

    private static String line(List<Point> points) {
        var path = new StringBuilder(String.format(Locale.ROOT, "M%d,%d", points.get(0).x, points.get(0).y));
        for (int i = 1; i < points.size(); i++) {
            var point = points.get(i);
            var before = points.get(i - 1);
            if (point.y != before.y) {
                path.append('V').append(point.y);
            }
            if (point.x != before.x) {
                path.append('H').append(point.x);
            }
        }
        return path.toString();
    }

    private static String head(List<Point> points) {
        var end = points.get(points.size() - 1);
        return String.format(Locale.ROOT, "M%d,%dl-3,-6h6z", end.x, end.y);
    }

    /** Appends with the digits 0 to 9, whatever the language of the machine. */
    private void add(String pattern, Object... values) {
        elements.append(String.format(Locale.ROOT, pattern, values));
    }
}
