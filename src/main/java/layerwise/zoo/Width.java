package layerwise.zoo;

/** How families round the widths that a multiplier makes. */
final class Width {
    private Width() {}

    /** {@return the multiple of 8 nearest to {@code width}, but at least 8 and not below 90 % of it} */
    static int by8(double width) {
        int rounded = Math.max(8, (int) (width + 4) / 8 * 8);
        return rounded < 0.9 * width ? rounded + 8 : rounded;
    }
}
