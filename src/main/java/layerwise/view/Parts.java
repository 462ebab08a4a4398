package layerwise.view;

import layerwise.view.Placement.Place;
import layerwise.view.SvgWriter.Anchor;

/** Draws the boxes of a diagram: name, steps and trained numbers, and for the pointer the arithmetic. */
record Parts(SvgWriter writer, Placement placement) {

    void draw(Box box, int number) {
        var place = placement.of(number);
        writer.open(box.explanation());
        writer.box(place, box.family());
        if (placement.small(number)) {
            word(place, box);
        } else if (placement.wide(number)) {
            columns(place, box);
        } else {
            lines(place, box);
        }
        writer.close();
    }

    /** {@code input}, {@code sum} and {@code concat} are their own names. */
    private void word(Place place, Box box) {
        String word = box.path().substring(box.path().lastIndexOf('/') + 1);
        int middle = place.y() + place.height() / 2 + 4;
        writer.bold(place.middle(), middle, Anchor.MIDDLE, 12, box.family().stroke(), word);
    }

    /** Name, steps and count beside each other. */
    private void columns(Place place, Box box) {
        int middle = place.y() + place.height() / 2 + 4;
        writer.bold(place.x() + 12, middle, Anchor.START, 13, box.family().stroke(), ending(box.path(), 19));
        int y = place.y() + 22;
        for (String line : box.lines()) {
            String words = line.equals(box.path()) ? "" : beginning(line, 28);
            writer.text(place.x() + 160, y, Anchor.START, 12, SvgWriter.DARK, words);
            y += 16;
        }
        writer.text(place.x() + place.width() - 12, middle, Anchor.END, 12, SvgWriter.DARK, count(box));
    }

    /** Name, steps and count below each other. */
    private void lines(Place place, Box box) {
        int letters = (place.width() - 16) / 7;
        int x = place.middle();
        int y = place.y() + 19;
        writer.bold(x, y, Anchor.MIDDLE, 12, box.family().stroke(), ending(box.path(), letters));
        for (String line : box.lines()) {
            y += 16;
            writer.text(x, y, Anchor.MIDDLE, 11, SvgWriter.DARK, beginning(line, letters));
        }
        writer.text(x, y + 16, Anchor.MIDDLE, 11, SvgWriter.SOFT, count(box));
    }

    private static String count(Box box) {
        return box.parameters() == 0 ? "" : Numbers.counted(box.parameters(), "parameter");
    }

    /** The end of a path says more than its beginning. */
    private static String ending(String path, int letters) {
        return path.length() <= letters ? path : "…" + path.substring(path.length() - letters + 1);
    }

    private static String beginning(String line, int letters) {
        return line.length() <= letters ? line : line.substring(0, letters - 1) + "…";
    }
}
