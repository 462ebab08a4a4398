package layerwise.zoo;

/** How families round the widths that a multiplier makes. */
final class Width {
    private Width() {}

    /** {@return α, which is from above 0 to 100} */
    static double multiplier(double alpha) {
        if (!(alpha > 0 && alpha <= 100)) {
            throw new IllegalArgumentException(
                    "a width multiplier is above 0 and at most 100, got " + alpha + "; the papers have 0.25 to 2");
        }
        return alpha;
    }

    /** {@return ⌊α · filters⌋, of which at least one is left} */
    static int floor(double alpha, int filters) {
        int width = (int) (multiplier(alpha) * filters);
        if (width < 1) {
            throw new IllegalArgumentException("a width multiplier of " + alpha + " leaves none of " + filters
                    + " filters; use at least 1/" + filters);
        }
        return width;
    }

    /** {@return the multiple of 8 nearest to {@code width}, but at least 8 and not below 90 % of it} */
    static int by8(double width) {
        int rounded = Math.max(8, (int) (width + 4) / 8 * 8);
        return rounded < 0.9 * width ? rounded + 8 : rounded;
    }
}
