package layerwise.data;

/** What the pictures of our own have in common: how large they may be. */
final class Drawings {
    private static final int SMALLEST = 8;
    private static final int LARGEST = 1024;

    private Drawings() {}

    /** {@return an easel of this size, or a refusal in the name of {@code picture}} */
    static Easel easel(String picture, int height, int width) {
        if (Math.min(height, width) < SMALLEST || Math.max(height, width) > LARGEST) {
            throw new IllegalArgumentException(picture + ": expected sides of " + SMALLEST + " to " + LARGEST
                    + " pixels, got " + height + "×" + width);
        }
        return new Easel(height, width);
    }
}
