package layerwise.layers;

import java.util.List;

/**
 * A window that slides over a feature map: what convolution, pooling and subsampling have in common.
 *
 * @param rows the vertical direction
 * @param columns the horizontal direction
 * @param rounding how a last window that fits only partly is counted
 */
public record Window(Axis rows, Axis columns, Rounding rounding) {

    /** Refuses a direction or a rounding that is null. */
    public Window {
        Given.value(rows, "a window's vertical direction");
        Given.value(columns, "a window's horizontal direction");
        Given.value(rounding, "a window's rounding, Rounding.DOWN or UP,");
    }

    /** {@return a k × k window with stride 1 and no padding} */
    public static Window of(int size) {
        return of(size, size);
    }

    /** {@return a height × width window with stride 1 and no padding} */
    public static Window of(int height, int width) {
        return new Window(new Axis(height, 1, 0, 1), new Axis(width, 1, 0, 1), Rounding.DOWN);
    }

    /** {@return this window moving by {@code stride} both ways} */
    public Window stride(int stride) {
        return new Window(
                new Axis(rows.size(), stride, rows.padding(), rows.dilation()),
                new Axis(columns.size(), stride, columns.padding(), columns.dilation()),
                rounding);
    }

    /** {@return this window with {@code padding} zeros on all four sides} */
    public Window pad(int padding) {
        return pad(padding, padding);
    }

    /** {@return this window with {@code vertical} zeros above and below and {@code horizontal} left and right} */
    public Window pad(int vertical, int horizontal) {
        return new Window(
                new Axis(rows.size(), rows.stride(), vertical, rows.dilation()),
                new Axis(columns.size(), columns.stride(), horizontal, columns.dilation()),
                rounding);
    }

    /** {@return this window with taps {@code dilation} apart} */
    public Window dilation(int dilation) {
        return new Window(
                new Axis(rows.size(), rows.stride(), rows.padding(), dilation),
                new Axis(columns.size(), columns.stride(), columns.padding(), dilation),
                rounding);
    }

    /**
     * {@return this window padded by d·(k − 1)/2, which keeps the side at stride 1}
     *
     * @throws IllegalArgumentException if the window's width is even: no equal padding on both sides keeps the side
     */
    public Window same() {
        return new Window(rows.same(), columns.same(), rounding);
    }

    /** {@return this window with a partly fitting last position counted} */
    public Window roundUp() {
        return new Window(rows, columns, Rounding.UP);
    }

    /** Refuses, in the name of {@code layer}, what pooling knows no meaning for: dilation, and whole windows of padding. */
    void requirePooling(String layer) {
        for (Axis axis : List.of(rows, columns)) {
            if (axis.dilation() > 1) {
                throw new IllegalArgumentException(layer + "'s window is not dilated, got a dilation of "
                        + axis.dilation() + "; use a larger window");
            }
            if (axis.padding() >= axis.size()) {
                throw new IllegalArgumentException(layer + "'s padding must be smaller than its window, got padding "
                        + axis.padding() + " for a window of " + axis.size());
            }
        }
    }

    /** {@return taps of the window, kₕ · k_w} */
    public long area() {
        return Count.product(rows.size(), columns.size());
    }

    /** {@return {@code channels} × positions down × positions across, the output of sliding over {@code input}} */
    public Shape over(Shape input, int channels) {
        return Shape.of(channels, rows.positions(input.height(), rounding), columns.positions(input.width(), rounding));
    }

    /** {@return the window as papers write it, {@code 5×5}, with what differs from stride 1 and no padding} */
    @Override
    public String toString() {
        var text = new StringBuilder(rows.size() + "×" + columns.size());
        append(text, " stride ", rows.stride(), columns.stride(), 1);
        append(text, " pad ", rows.padding(), columns.padding(), 0);
        append(text, " dilation ", rows.dilation(), columns.dilation(), 1);
        return text.append(rounding == Rounding.UP ? " rounded up" : "").toString();
    }

    private static void append(StringBuilder text, String word, int vertical, int horizontal, int usual) {
        if (vertical != usual || horizontal != usual) {
            text.append(word).append(vertical == horizontal ? "" + vertical : vertical + "×" + horizontal);
        }
    }
}
