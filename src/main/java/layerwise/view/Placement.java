package layerwise.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import layerwise.view.Rows.Item;

/** Where the boxes of a diagram stand, in pixels: rows are centred, and their items stand below what they read. */
final class Placement {
    static final int MARGIN = 14;
    static final int TITLE = 40;
    static final int ROW_GAP = 38;
    private static final int VOLUMES = 100;
    private static final int GAP = 12;
    private static final int SLOT = 24;
    private static final int SMALL = 150;
    private static final int WIDE = 480;
    private static final int NARROWEST = 120;
    private static final int WIDEST = 216;

    /** A rectangle of the drawing. */
    record Place(int x, int y, int width, int height) {

        int middle() {
            return x + width / 2;
        }

        int bottom() {
            return y + height;
        }
    }

    private final List<Box> boxes;
    private final Rows rows;
    private final Map<Item, Place> places = new HashMap<>();
    private final int content;
    private final int height;

    Placement(List<Box> boxes) {
        this.boxes = boxes;
        rows = new Rows(boxes);
        content = rows.all().stream().mapToInt(this::width).max().orElse(0) + 2 * MARGIN;
        int y = TITLE;
        for (List<Item> row : rows.all()) {
            int tallest = row.stream().mapToInt(item -> height(item)).max().orElse(0);
            place(row, y, tallest);
            y += tallest + ROW_GAP;
        }
        height = y + MARGIN;
    }

    int width() {
        return content + (chain() ? VOLUMES : 0);
    }

    /** {@return whether no row has more than one box: there is room for the volumes beside them} */
    boolean chain() {
        return rows.all().stream().allMatch(row -> row.size() == 1);
    }

    /** {@return where volumes begin, to the right of the boxes} */
    int volumes() {
        return content + 6;
    }

    /** {@return pixels down to below the arrow that leaves the last box} */
    int height() {
        return height;
    }

    Place of(int number) {
        return places.get(rows.item(number));
    }

    /** {@return where the edge passes rows on its way, from above} */
    List<Place> slots(int from, int to) {
        return rows.slots(from, to).stream().map(places::get).toList();
    }

    /** {@return whether box {@code number} has room to write beside its name, not only below} */
    boolean wide(int number) {
        return rows.alone(number) && !small(number);
    }

    /** Input and joints need one line only. */
    boolean small(int number) {
        return boxes.get(number).steps().isEmpty();
    }

    private void place(List<Item> row, int y, int tallest) {
        int x = (content - width(row)) / 2;
        var ordered = row.stream()
                .sorted(Comparator.comparingDouble(this::pull)
                        .thenComparing(Item::to)
                        .thenComparing(Item::from))
                .toList();
        for (Item item : ordered) {
            int itemWidth = width(item, row);
            places.put(item, new Place(x, y, itemWidth, tallest));
            x += itemWidth + GAP;
        }
    }

    /** The mean place of what an item reads in the row above. */
    private double pull(Item item) {
        var from = item.box() ? boxes.get(item.from()).inputs() : List.of(item.from());
        return from.stream()
                .mapToInt(input -> above(input, item.to()))
                .average()
                .orElse(0);
    }

    private int above(int from, int to) {
        return slots(from, to).stream()
                .filter(place -> place != null)
                .reduce((upper, lower) -> lower)
                .orElse(of(from))
                .middle();
    }

    private int width(List<Item> row) {
        return row.stream().mapToInt(item -> width(item, row) + GAP).sum() - GAP;
    }

    private int width(Item item, List<Item> row) {
        if (!item.box()) {
            return SLOT;
        }
        if (small(item.from())) {
            return SMALL;
        }
        int count = (int) row.stream().filter(Item::box).count();
        int room = Sheet.WIDEST - 2 * MARGIN - (row.size() - count) * (SLOT + GAP) - (count - 1) * GAP;
        return count == 1 ? Math.min(WIDE, room) : Math.max(NARROWEST, Math.min(WIDEST, room / count));
    }

    private int height(Item item) {
        if (!item.box()) {
            return 0;
        }
        var box = boxes.get(item.from());
        int lines = box.lines().size();
        return small(item.from()) ? 28 : wide(item.from()) ? 20 + 16 * lines : 14 + 16 * (lines + 2);
    }
}
