package layerwise.exercise;

/**
 * One of several things to be put in order.
 *
 * @param label what is shown
 * @param rank smaller comes first; those of the same rank may stand either way
 * @param fact what says where it belongs: {@code C1 has 156 parameters}
 */
record Item(String label, long rank, String fact) {

    /** {@return a thing with a number; the smallest comes first, {@code fact("C1", 156, "parameters")}} */
    static Item ascending(String label, long number, String unit) {
        return new Item(label, number, label + " has " + Figures.print(number) + " " + unit);
    }

    /** {@return a thing with a number; the largest comes first} */
    static Item descending(String label, long number, String unit) {
        return new Item(label, -number, label + " has " + Figures.print(number) + " " + unit);
    }

    /** {@return the thing that comes as number {@code place}, with the sentence that says why} */
    static Item at(int place, String label, String fact) {
        return new Item(label, place, fact);
    }
}
