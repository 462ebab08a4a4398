package layerwise.view;

/** What layers have in common in a diagram: the colour of their boxes. */
enum Family {
    /** Where images come in. */
    INPUT("#f3f4f6", "#6b7280"),
    /** Convolutions: shared weights. */
    CONVOLUTION("#dbeafe", "#1d4ed8"),
    /** Pooling and subsampling: smaller maps. */
    POOLING("#dcfce7", "#15803d"),
    /** Dense layers: a weight for each pair. */
    DENSE("#fef3c7", "#b45309"),
    /** Radial basis units: distances to fixed centres. */
    DISTANCE("#f3e8ff", "#7e22ce"),
    /** Functions of single activations. */
    ACTIVATION("#ffe4e6", "#be123c"),
    /** Norms and dropout: training made easier. */
    NORM("#ccfbf1", "#0f766e"),
    /** The same numbers in another order. */
    RESHAPING("#f3f4f6", "#6b7280"),
    /** Branches that meet. */
    JOINT("#e5e7eb", "#374151");

    private final String fill;
    private final String stroke;

    Family(String fill, String stroke) {
        this.fill = fill;
        this.stroke = stroke;
    }

    /** {@return the inside of a box, pale enough for dark text, as #rrggbb} */
    String fill() {
        return fill;
    }

    /** {@return the border of a box and the name in it, as #rrggbb} */
    String stroke() {
        return stroke;
    }
}
