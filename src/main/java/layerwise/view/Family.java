package layerwise.view;

import java.util.Locale;

/** What layers have in common in a diagram: the colour of their boxes. */
enum Family {
    /** Where images come in. */
    INPUT("#f3f4f6", "#6b7280", "#6b7280"),
    /** Convolutions: shared weights. */
    CONVOLUTION("#dbeafe", "#1d4ed8", "#3b82f6"),
    /** Pooling and subsampling: smaller maps. */
    POOLING("#dcfce7", "#15803d", "#22a559"),
    /** Dense layers: a weight for each pair. */
    DENSE("#fef3c7", "#b45309", "#d98a0b"),
    /** Radial basis units: distances to fixed centres. */
    DISTANCE("#f3e8ff", "#7e22ce", "#a855f7"),
    /** Functions of single activations. */
    ACTIVATION("#ffe4e6", "#be123c", "#f0506e"),
    /** Norms and dropout: training made easier. */
    NORM("#ccfbf1", "#0f766e", "#14a39a"),
    /** The same numbers in another order. */
    RESHAPING("#f3f4f6", "#6b7280", "#6b7280"),
    /** Branches that meet. */
    JOINT("#e5e7eb", "#374151", "#8b93a1");

    private final String fill;
    private final String stroke;
    private final String tone;

    Family(String fill, String stroke, String tone) {
        this.fill = fill;
        this.stroke = stroke;
        this.tone = tone;
    }

    /** {@return the kind as the legend has it} */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether such layers mix or choose numbers, and do not only rework each} */
    boolean works() {
        return this == CONVOLUTION || this == POOLING || this == DENSE || this == DISTANCE;
    }

    /** {@return the inside of a box, pale enough for dark text, as #rrggbb} */
    String fill() {
        return fill;
    }

    /** {@return the border of a box and the name in it, as #rrggbb} */
    String stroke() {
        return stroke;
    }

    /** {@return a colour that is seen on light and dark grounds, as #rrggbb} */
    String tone() {
        return tone;
    }
}
