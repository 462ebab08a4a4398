package layerwise.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The boxes of a diagram in rows: each one row below the lowest that it reads.
 *
 * <p>An edge that passes rows has a slot of its own in each of them, so that it can run past the boxes.
 */
final class Rows {

    /**
     * A box, or a slot where the edge between two boxes passes the row.
     *
     * @param row from 0, the top
     * @param from number of the box, or of the upper end of the edge
     * @param to the same number, or that of the lower end of the edge
     */
    record Item(int row, int from, int to) {

        /** {@return whether it is a box} */
        boolean box() {
            return from == to;
        }
    }

    private final int[] rank;
    private final Map<Integer, List<Item>> rows = new TreeMap<>();

    Rows(List<Box> boxes) {
        rank = new int[boxes.size()];
        for (int to = 0; to < rank.length; to++) {
            var inputs = boxes.get(to).inputs().stream().distinct().toList();
            rank[to] = inputs.stream().mapToInt(from -> rank[from] + 1).max().orElse(0);
            add(new Item(rank[to], to, to));
            for (int from : inputs) {
                slots(from, to).forEach(this::add);
            }
        }
    }

    private void add(Item item) {
        rows.computeIfAbsent(item.row(), row -> new ArrayList<>()).add(item);
    }

    /** {@return the items of each row, from the top} */
    List<List<Item>> all() {
        return List.copyOf(rows.values());
    }

    /** {@return the item of box {@code number}} */
    Item item(int number) {
        return new Item(rank[number], number, number);
    }

    /** {@return whether no other box is in the row of box {@code number}} */
    boolean alone(int number) {
        return rows.get(rank[number]).stream().filter(Item::box).count() == 1;
    }

    /** {@return the slots of an edge between its ends, from above} */
    List<Item> slots(int from, int to) {
        var slots = new ArrayList<Item>();
        for (int row = rank[from] + 1; row < rank[to]; row++) {
            slots.add(new Item(row, from, to));
        }
        return slots;
    }
}
