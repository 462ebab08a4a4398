package layerwise.data;

/** A form as a signed distance: how far (u, v) lies outside it, less than 0 inside; it fits a circle of this radius. */
@FunctionalInterface
interface Figure {
    /** {@return the distance of (u, v), measured from the middle of the form} */
    double distance(double u, double v, double radius);

    /** {@return disc, square, triangle, cross or ring} */
    static Figure of(int form) {
        return switch (form) {
            case 0 -> (u, v, r) -> Math.sqrt(u * u + v * v) - 0.85 * r;
            case 1 -> (u, v, r) -> Math.max(Math.abs(u), Math.abs(v)) - 0.75 * r;
            case 2 -> (u, v, r) -> Math.max(v, Math.abs(u) * 0.8660254037844386 - v / 2) - r / 2;
            case 3 ->
                (u, v, r) -> Math.min(
                        Math.max(Math.abs(u) - r, Math.abs(v) - 0.3 * r),
                        Math.max(Math.abs(u) - 0.3 * r, Math.abs(v) - r));
            case 4 -> (u, v, r) -> Math.abs(Math.sqrt(u * u + v * v) - 0.75 * r) - 0.22 * r;
            default -> throw new IllegalArgumentException("expected a form of 0 to 4, got " + form);
        };
    }
}
