package layerwise.data;

import layerwise.layers.Axis;
import layerwise.layers.Given;
import layerwise.layers.Shape;
import layerwise.layers.Window;

/**
 * z(i, j) = Σ x(c, i·s + u·d − p, j·s + v·d − p) · w(c, u, v): one filter over a picture by plain loops, the formula as it is
 * written; outside of the picture are zeros.
 *
 * <p>It is what frameworks call a convolution; mathematics turns the filter round first and calls this cross-correlation.
 */
public final class Convolution {
    private Convolution() {}

    /**
     * {@return the feature map of {@code filter} over {@code picture}, moving as {@code window} does}
     *
     * @throws IllegalArgumentException if the filter is for other channels, the window has another size, or does not fit
     */
    public static Planes of(Planes picture, Filter filter, Window window) {
        Given.value(picture, "a picture");
        Given.value(filter, "a filter");
        check(filter, window);
        filter.weights(picture.shape().channels()); // or says why not
        var output = window.over(picture.shape(), 1);
        var map = new float[(int) output.size()];
        for (int n = 0; n < map.length; n++) {
            map[n] = (float) sum(picture, filter, window, n / output.width(), n % output.width());
        }
        return Planes.own(picture.name() + " through " + filter.name(), output, map);
    }

    private static void check(Filter filter, Window window) {
        Shape shape = filter.shape();
        if (window.rows().size() != shape.height() || window.columns().size() != shape.width()) {
            throw new IllegalArgumentException(filter.name() + ": expected a window of " + shape.height() + "×"
                    + shape.width() + " as the filter has, got " + window);
        }
    }

    private static double sum(Planes picture, Filter filter, Window window, int i, int j) {
        double sum = 0;
        for (int c = 0; c < picture.shape().channels(); c++) {
            for (int u = 0; u < filter.shape().height(); u++) {
                for (int v = 0; v < filter.shape().width(); v++) {
                    sum += (double) picture.at(c, tap(window.rows(), i, u), tap(window.columns(), j, v))
                            * filter.at(c, u, v);
                }
            }
        }
        return sum;
    }

    /** {@return i·s + u·d − p: where tap {@code u} of position {@code i} stands on the side} */
    static int tap(Axis axis, int i, int u) {
        return i * axis.stride() + u * axis.dilation() - axis.padding();
    }
}
