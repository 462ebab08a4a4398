package layerwise.analysis;

import java.util.List;

/** What a diagram draws as one thing: a cell as a box, a unit as a frame around its sections. */
public sealed interface Section {

    /** {@return where it stands: the name of a part, or the path of its first node} */
    String path();

    /** {@return the number of its first node} */
    int from();

    /** {@return one past the number of the last node it stands for, copies included} */
    int end();

    /**
     * A layer or a joint, and the norms and functions that only rework what it writes.
     *
     * @param path name of the part, where the cell is all of it; else the path of its first node
     * @param from number of its first node
     * @param end one past its last
     */
    record Cell(String path, int from, int end) implements Section {}

    /**
     * A named part with one way in and one way out.
     *
     * @param path its name
     * @param from number of its first node
     * @param end one past the last node of its last copy
     * @param sections what it is made of; empty where it is drawn shut
     * @param copies itself, and the units after it that are built alike and are drawn by it
     */
    record Unit(String path, int from, int end, List<Section> sections, List<Copy> copies) implements Section {

        /** Copies the lists. */
        public Unit {
            sections = List.copyOf(sections);
            copies = List.copyOf(copies);
        }

        /** {@return whether only its name is drawn} */
        public boolean shut() {
            return sections.isEmpty();
        }

        /** {@return one past its own last node} */
        public int endOfFirst() {
            return copies.size() == 1 ? end : copies.get(1).from();
        }
    }

    /**
     * One of the units that a unit stands for.
     *
     * @param path its name
     * @param from number of its first node
     */
    record Copy(String path, int from) {}
}
