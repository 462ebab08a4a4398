package layerwise.data;

import layerwise.layers.Shape;

/**
 * Copies images through a {@link View} into the floats of a {@link Batch}: pixel by pixel where the view allows, else
 * interpolated between the four pixels around each place. A place outside the image is background.
 */
final class Sampler {
    private final Shape input;
    private final float low;
    private final float step;
    private final float[] levels;
    private final float[] images;

    Sampler(Preparation preparation, float[] levels, float[] images) {
        input = preparation.input();
        low = preparation.low();
        step = (float) (((double) preparation.high() - preparation.low()) / 255);
        this.levels = levels;
        this.images = images;
    }

    /** Writes what a view shows of an image into place {@code slot}, which holds background. */
    void put(Dataset data, int index, int slot, View view) {
        int at = slot * (int) input.size();
        if (view.isWhole()) {
            copy(data, data.offset(index), at, view);
        } else {
            interpolate(data, data.offset(index), at, view);
        }
        for (int c = 0; c < input.channels(); c++) {
            shift(at + c * (int) input.area(), (float) (view.colour(c) * 255 * step));
        }
    }

    private void shift(int from, float level) {
        if (level != 0) {
            for (int i = from; i < from + (int) input.area(); i++) {
                images[i] += level;
            }
        }
    }

    private void copy(Dataset data, int source, int at, View view) {
        int width = data.shape().width();
        int start = (int) view.x0();
        int way = (int) view.xx();
        int first = Math.max(0, way > 0 ? -start : start - width + 1);
        int last = Math.min(input.width(), way > 0 ? width - start : start + 1);
        for (int c = 0; c < input.channels(); c++) {
            for (int y = 0; y < input.height(); y++) {
                int row = y + (int) view.y0();
                if (row >= 0 && row < data.shape().height()) {
                    int from = source + (c * data.shape().height() + row) * width + start;
                    int to = at + (c * input.height() + y) * input.width();
                    row(data.shared(), from, way, to, first, last);
                }
            }
        }
    }

    private void row(byte[] pixels, int from, int way, int to, int first, int last) {
        for (int x = first; x < last; x++) {
            images[to + x] = levels[pixels[from + way * x] & 0xFF];
        }
    }

    private void interpolate(Dataset data, int source, int at, View view) {
        int height = data.shape().height();
        int width = data.shape().width();
        for (int y = 0; y < input.height(); y++) {
            for (int x = 0; x < input.width(); x++) {
                double u = view.xx() * x + view.xy() * y + view.x0();
                double v = view.yx() * x + view.yy() * y + view.y0();
                if (u >= -0.5 && v >= -0.5 && u <= width - 0.5 && v <= height - 0.5) {
                    between(data, source, at + y * input.width() + x, clamp(u, width), clamp(v, height));
                }
            }
        }
    }

    private static double clamp(double place, int length) {
        return Math.max(0, Math.min(length - 1, place));
    }

    /** (1−s)(1−t)·p₀₀ + s(1−t)·p₀₁ + (1−s)t·p₁₀ + st·p₁₁ for each channel. */
    private void between(Dataset data, int source, int at, double u, double v) {
        int width = data.shape().width();
        int x = (int) u;
        int y = (int) v;
        float s = (float) (u - x);
        float t = (float) (v - y);
        int right = x + 1 < width ? 1 : 0;
        int below = y + 1 < data.shape().height() ? width : 0;
        byte[] pixels = data.shared();
        for (int c = 0; c < input.channels(); c++) {
            int place = source + c * (int) data.shape().area() + y * width + x;
            float a = pixels[place] & 0xFF;
            float b = pixels[place + right] & 0xFF;
            float d = pixels[place + below] & 0xFF;
            float e = pixels[place + below + right] & 0xFF;
            float upper = a + s * (b - a);
            float lower = d + s * (e - d);
            images[at + c * (int) input.area()] = low + step * (upper + t * (lower - upper));
        }
    }
}
