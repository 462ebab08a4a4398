package layerwise.data;

import java.util.List;

/** The class names of published datasets, in the order of their labels. */
final class Classes {
    /** Zero to nine. */
    static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    /** Xiao, Rasul and Vollgraf, 2017, table 2. */
    static final List<String> FASHION = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    private Classes() {}
}
