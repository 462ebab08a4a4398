package layerwise.data;

/**
 * The pixels of a row or column that one smaller or larger pixel is the mean of: a triangle of weights as wide as two of
 * the coarser pixels, which is the interpolation between neighbours when enlarging and smooths when reducing.
 *
 * @param from the first of them
 * @param weights of it and those after it; their sum is 1
 */
record Span(int from, double[] weights) {

    /** {@return a span for each of {@code count} pixels, {@code scale} source pixels apart, from {@code start} on} */
    static Span[] all(int count, double scale, double start, int length) {
        Span[] spans = new Span[count];
        for (int i = 0; i < count; i++) {
            spans[i] = around(start + (i + 0.5) * scale - 0.5, Math.max(1, scale), length);
        }
        return spans;
    }

    private static Span around(double centre, double reach, int length) {
        int from = (int) Math.max(0, Math.ceil(centre - reach));
        int to = (int) Math.min(length - 1, Math.floor(centre + reach));
        double[] weights = new double[Math.max(1, to - from + 1)];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.max(1e-9, 1 - Math.abs(from + i - centre) / reach);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return new Span(Math.min(from, length - 1), weights);
    }
}
