package layerwise.data;

import java.util.Locale;
import layerwise.layers.Shape;

/** One thing that is done to an image at random, as a paper did it; a part of an {@link Augmentation}. */
public sealed interface Distortion {

    /** {@return the mirror image, left for right, half of the time} */
    static Distortion flip() {
        return new Flip();
    }

    /**
     * {@return a part as large as the input at a random place of a larger image: (H − h) · (W − w) places} Krizhevsky et
     * al., 2012, section 4.1, cut 224 × 224 from 256 × 256 and counted 32 · 32 places, the last of 33 left out.
     */
    static Distortion randomCrop() {
        return new RandomCrop();
    }

    /**
     * {@return a shift of up to {@code padding} pixels each way, background coming in: (2p + 1)² places} He et al., 2016,
     * section 4.2, padded CIFAR images by 4 and cut 32 × 32 from them.
     */
    static Distortion paddedCrop(int padding) {
        return new PaddedCrop(padding);
    }

    /**
     * {@return shifts, scales, squeezes and slants as for LeNet-5: planar affine, about the middle} LeCun et al., 1998,
     * section III.B, trained on such distortions and names no sizes; these are up to 2 pixels, 15 %, 10 % and 0.25.
     */
    static Distortion affine() {
        return new Affine(2, 0.15, 0.1, 0.25);
    }

    /** As {@link #affine()} of these sizes. */
    static Distortion affine(double shift, double scale, double squeeze, double slant) {
        return new Affine(shift, scale, squeeze, slant);
    }

    /**
     * {@return the image resized so that its shorter side is 256 to 512 for an input of 224, then a part of it as large as
     * the input} Simonyan and Zisserman, 2015, section 3.1; for other inputs in proportion.
     */
    static Distortion scaleJitter() {
        return new ScaleJitter(256.0 / 224, 512.0 / 224);
    }

    /** As {@link #scaleJitter()}, from and to as multiples of the input's shorter side. */
    static Distortion scaleJitter(double from, double to) {
        return new ScaleJitter(from, to);
    }

    /** {@return P · (α₁λ₁, α₂λ₂, α₃λ₃) added to every pixel, α ~ N(0, 0.1) drawn once an image} Krizhevsky et al., 2012. */
    static Distortion colour(ColourComponents components) {
        return new Colour(components, 0.1);
    }

    /** {@return in how many ways it changes an image; 1 for one by real numbers} */
    long ways(Shape image, Shape input);

    /** {@return whether an image larger than the input is cut to it} */
    default boolean crops() {
        return false;
    }

    /** Changes where a view takes its pixels from, or their colour. */
    void distort(View view, Chance chance);

    /** x → w − 1 − x, half of the time. */
    record Flip() implements Distortion {
        @Override
        public String toString() {
            return "mirrored half of the time";
        }

        @Override
        public long ways(Shape image, Shape input) {
            return 2;
        }

        @Override
        public void distort(View view, Chance chance) {
            if (chance.happens(0.5)) {
                view.flip();
            }
        }
    }

    /** A part as large as the input. */
    record RandomCrop() implements Distortion {
        @Override
        public String toString() {
            return "cut at random";
        }

        @Override
        public long ways(Shape image, Shape input) {
            return (long) places(image.height(), input.height()) * places(image.width(), input.width());
        }

        @Override
        public boolean crops() {
            return true;
        }

        @Override
        public void distort(View view, Chance chance) {
            int y = chance.below(places(view.height(), view.inputHeight()));
            int x = chance.below(places(view.width(), view.inputWidth()));
            view.crop(x, y, Math.min(view.width(), view.inputWidth()), Math.min(view.height(), view.inputHeight()));
        }

        private static int places(int image, int input) {
            return Math.max(1, image - input);
        }
    }

    /**
     * A shift over background.
     *
     * @param padding the most, in pixels
     */
    record PaddedCrop(int padding) implements Distortion {
        /** Refuses a negative padding. */
        public PaddedCrop {
            Distortion.check("padding", padding, 0, Short.MAX_VALUE);
        }

        @Override
        public String toString() {
            return "shifted by up to " + padding + " pixels";
        }

        @Override
        public long ways(Shape image, Shape input) {
            return (2L * padding + 1) * (2L * padding + 1);
        }

        @Override
        public void distort(View view, Chance chance) {
            int y = chance.below(2 * padding + 1) - padding;
            int x = chance.below(2 * padding + 1) - padding;
            view.crop(x, y, view.width(), view.height());
        }
    }

    /**
     * A planar affine map about the middle, each number drawn evenly from −most to most.
     *
     * @param shift pixels along rows and columns
     * @param scale share by which both sides grow
     * @param squeeze share by which one side grows and the other shrinks
     * @param slant columns that a row moves for each row above the middle
     */
    record Affine(double shift, double scale, double squeeze, double slant) implements Distortion {
        /** Refuses what is no size, and scales that could leave nothing. */
        public Affine {
            Distortion.check("shift", shift, 0, Short.MAX_VALUE);
            Distortion.check("scale", scale, 0, 0.9);
            Distortion.check("squeeze", squeeze, 0, 0.9);
            Distortion.check("slant", slant, 0, 10);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "shifted by up to %.2f pixels, scaled by %.2f, squeezed by %.2f, slanted by %.2f",
                    shift,
                    scale,
                    squeeze,
                    slant);
        }

        @Override
        public long ways(Shape image, Shape input) {
            return 1;
        }

        @Override
        public void distort(View view, Chance chance) {
            double right = chance.between(-shift, shift);
            double down = chance.between(-shift, shift);
            double size = 1 + chance.between(-scale, scale);
            double wide = 1 + chance.between(-squeeze, squeeze);
            double lean = chance.between(-slant, slant);
            view.affine(1 / (size * wide), lean / (size * wide), wide / size, right, down);
        }
    }

    /**
     * A resized image, then a part of it.
     *
     * @param from shorter side at least, as a multiple of the input's
     * @param to shorter side at most
     */
    record ScaleJitter(double from, double to) implements Distortion {
        /** Refuses sides shorter than the input, and a range turned round. */
        public ScaleJitter {
            Distortion.check("shortest side", from, 1, 100);
            Distortion.check("longest side", to, from, 100);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "resized to %.2f to %.2f times the input, cut at random", from, to);
        }

        @Override
        public long ways(Shape image, Shape input) {
            return 1;
        }

        @Override
        public boolean crops() {
            return true;
        }

        @Override
        public void distort(View view, Chance chance) {
            int input = Math.min(view.inputHeight(), view.inputWidth());
            int side = (int) (chance.between(from, to) * input + 0.5);
            view.resize(side / (double) Math.min(view.height(), view.width()));
            int y = chance.below(Math.max(1, view.height() - view.inputHeight() + 1));
            int x = chance.below(Math.max(1, view.width() - view.inputWidth() + 1));
            view.crop(x, y, view.inputWidth(), view.inputHeight());
        }
    }

    /**
     * A shift of colour along the principal components of all pixels.
     *
     * @param components P and λ of the images that are trained on
     * @param deviation of each α
     */
    record Colour(ColourComponents components, double deviation) implements Distortion {
        /** Refuses a deviation that is no size. */
        public Colour {
            Distortion.check("deviation", deviation, 0, 10);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "colours shifted by a deviation of %.2f", deviation);
        }

        @Override
        public long ways(Shape image, Shape input) {
            return 1;
        }

        @Override
        public void distort(View view, Chance chance) {
            for (int i = 0; i < 3; i++) {
                double step = chance.normal(deviation) * components.variance(i);
                for (int c = 0; c < 3; c++) {
                    view.shift(c, step * components.component(i, c));
                }
            }
        }
    }

    private static void check(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "distortion: expected a " + what + " of " + least + " to " + most + ", got " + value);
        }
    }
}
