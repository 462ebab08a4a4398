package layerwise.layers;

/**
 * One direction of a sliding window: {@code size} taps, {@code dilation} apart, moving by {@code stride} over a side
 * that is padded with {@code padding} zeros at both ends.
 *
 * <p>The formula for the number of positions stands here and nowhere else.
 *
 * @param size taps, k ≥ 1
 * @param stride step between positions, s ≥ 1
 * @param padding zeros at each end, p ≥ 0
 * @param dilation distance between taps, d ≥ 1
 */
public record Axis(int size, int stride, int padding, int dilation) {

    /** Refuses a size, stride or dilation below 1 and a negative padding. */
    public Axis {
        atLeast(1, size, "size");
        atLeast(1, stride, "stride");
        atLeast(0, padding, "padding");
        atLeast(1, dilation, "dilation");
    }

    private static void atLeast(int least, int value, String word) {
        if (value < least) {
            throw new IllegalArgumentException("the " + word + " of a window is at least " + least + ", got " + value);
        }
    }

    /** {@return d·(k − 1) + 1, the stretch of the padded side that one position covers} */
    public long extent() {
        return (long) dilation * (size - 1) + 1;
    }

    /**
     * {@return ⌊(n + 2p − d·(k − 1) − 1) / s⌋ + 1, or ⌈·⌉ where {@code rounding} says so: the positions on a side of
     * {@code length}}
     *
     * @throws WindowMisfit if the window is larger than the padded side
     * @throws IllegalArgumentException if rounding up would put a window wholly outside of it
     */
    public int positions(int length, Rounding rounding) {
        long room = room(length);
        long positions = (rounding == Rounding.UP ? -Math.floorDiv(-room, stride) : room / stride) + 1;
        if (rounding == Rounding.UP && (positions - 1) * stride >= (long) length + padding) {
            throw new IllegalArgumentException("rounding up puts the last window of " + size + " at "
                    + (positions - 1) * stride + ", outside a side of " + length
                    + (padding == 0 ? "" : " padded by " + padding)
                    + "; round down, or use a stride of at most " + size);
        }
        return fitting(positions, "positions on a side of " + length + "; use a larger stride or less padding");
    }

    /** {@return (n + 2p − d·(k − 1) − 1) mod s: how many rows at the end no window reads when rounding down} */
    public int ignored(int length) {
        return (int) (room(length) % stride);
    }

    private long room(int length) {
        long room = length + 2L * padding - extent();
        if (room < 0) {
            throw new WindowMisfit("a window of " + size
                    + (dilation == 1 ? "" : " dilated by " + dilation + " (" + extent() + " wide)")
                    + " does not fit a side of " + length + (padding == 0 ? "" : " padded by " + padding)
                    + "; pad by at least " + (extent() - length + 1) / 2 + ", or use an input at least "
                    + (extent() - 2L * padding - length) + " larger here");
        }
        return room;
    }

    /** {@return the padding that keeps a side at stride 1, d·(k − 1)/2}; exists for odd extents only. */
    Axis same() {
        if (extent() % 2 == 0) {
            throw new IllegalArgumentException("same() needs a window of odd width, got " + extent()
                    + "; say the padding with pad(…), or use an odd size");
        }
        int half = fitting(extent() / 2, "zeros at each end; use a smaller window or dilation");
        return new Axis(size, stride, half, dilation);
    }

    private static int fitting(long count, String what) {
        if (count > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a window has at most " + Integer.MAX_VALUE + " positions and zeros, got " + count + " " + what);
        }
        return (int) count;
    }
}
