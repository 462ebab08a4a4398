package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import layerwise.layers.Shape;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    private static final Dataset SHAPES = DrawnShapes.draw(60, 3);
    private static final Dataset DIGITS = DrawnDigits.draw(60, 3);
    private static final Augmentation ALL = Augmentation.of(
            Distortion.scaleJitter(),
            Distortion.affine(),
            Distortion.paddedCrop(4),
            Distortion.flip(),
            Distortion.colour(ColourComponents.of(SHAPES)));

    @Test
    void alexNetsCropsAndReflectionsMake2048() {
        Augmentation alexNet = Augmentation.of(Distortion.randomCrop(), Distortion.flip());
        assertThat(alexNet.ways(Shape.of(3, 256, 256), Shape.of(3, 224, 224))).isEqualTo(2048);
        assertThat(Augmentation.of(Distortion.paddedCrop(4), Distortion.flip())
                        .ways(DrawnShapes.SHAPE, DrawnShapes.SHAPE))
                .isEqualTo(81 * 2);
        assertThat(Augmentation.NONE.ways(DrawnShapes.SHAPE, DrawnShapes.SHAPE)).isEqualTo(1);
    }

    @Test
    void anAugmentationReadsAsWhatItDoes() {
        assertThat(ALL)
                .hasToString(
                        "resized to 1.14 to 2.29 times the input, cut at random,"
                                + " shifted by up to 2.00 pixels, scaled by 0.15, squeezed by 0.10, slanted by 0.25,"
                                + " shifted by up to 4 pixels, mirrored half of the time, colours shifted by a deviation of 0.10");
        assertThat(Augmentation.NONE).hasToString("nothing");
        assertThat(Distortion.randomCrop()).hasToString("cut at random");
    }

    @Test
    void everyWayComesUpAndNoOther() {
        Dataset one = ramp(5, 6);
        Shape input = Shape.of(1, 3, 4);
        Augmentation cropped = Augmentation.of(Distortion.randomCrop(), Distortion.flip());
        assertThat(seen(one, input, cropped, 400)).hasSize((int) cropped.ways(one.shape(), input));
        Augmentation padded = Augmentation.of(Distortion.paddedCrop(1), Distortion.flip());
        assertThat(seen(one, one.shape(), padded, 600)).hasSize((int) padded.ways(one.shape(), one.shape()));
    }

    @Test
    void withoutDistortionsImagesAreAsTheyAre() {
        Preparation lecun = Preparation.lecun(Shape.of(1, 32, 32));
        assertThat(cut(DIGITS, lecun, Augmentation.NONE, 1, 60).images())
                .isEqualTo(lecun.batch(60).fill(DIGITS, 0, 60).images());
        assertThat(cut(DIGITS, lecun, Augmentation.of(Distortion.affine(0, 0, 0, 0)), 1, 60)
                        .images())
                .isEqualTo(lecun.batch(60).fill(DIGITS, 0, 60).images());
    }

    @Test
    void anImageIsDistortedBySeedEpochAndIndexWhateverTheBatch() {
        Preparation standard = Preparation.standard(SHAPES.shape());
        float[] together = cut(SHAPES, standard, ALL, 1, 60).images();
        for (int i : new int[] {0, 1, 31, 59}) {
            Batch alone = standard.batch(3).fill(SHAPES, new int[] {5, i}, 1, 2, new Pass(9, 1, ALL));
            assertThat(Arrays.copyOf(alone.images(), 3072))
                    .isEqualTo(Arrays.copyOfRange(together, i * 3072, (i + 1) * 3072));
        }
        assertThat(cut(SHAPES, standard, ALL, 2, 60).images()).isNotEqualTo(together);
    }

    @Test
    void theMirrorImageOfTheMirrorImageIsTheImage() {
        Dataset one = ramp(3, 4);
        Preparation standard = Preparation.standard(one.shape());
        Set<List<Float>> flips = seen(one, one.shape(), Augmentation.of(Distortion.flip()), 40);
        List<Float> plain = list(standard.batch(1).fill(one, 0, 1).images());
        assertThat(flips).hasSize(2).contains(plain);
        flips.remove(plain);
        List<Float> mirror = flips.iterator().next();
        for (int i = 0; i < 12; i++) {
            assertThat(mirror.get(i)).isEqualTo(plain.get(i / 4 * 4 + 3 - i % 4));
        }
    }

    @Test
    void aWholeShiftThroughTheInterpolatorIsTheShift() {
        Dataset one = ramp(6, 6);
        Preparation standard = Preparation.standard(one.shape());
        View view = new View(one.shape());
        view.begin(one.shape());
        view.affine(1, 1e-12, 1, 2, -1);
        view.place();
        Batch batch = standard.batch(1);
        new Sampler(standard, standard.levels(), batch.images()).put(one, 0, 0, view);
        for (int y = 1; y < 6; y++) {
            for (int x = 0; x < 4; x++) {
                int pixel = one.pixels(0)[(y - 1) * 6 + x + 2] & 0xFF;
                assertThat(batch.images()[y * 6 + x]).isCloseTo(pixel / 255f, within(1e-5f));
            }
        }
        assertThat(batch.images()[0]).isZero();
    }

    @Test
    void theMeanShiftOfColourIsPTimesAlphaLambda() {
        ColourComponents components = ColourComponents.of(SHAPES);
        Preparation standard = Preparation.standard(SHAPES.shape());
        Augmentation colour = Augmentation.of(Distortion.colour(components));
        float[] plain = standard.batch(60).fill(SHAPES, 0, 60).images();
        float[] shifted = cut(SHAPES, standard, colour, 1, 60).images();
        Chance chance = new Chance(0, 0);
        for (int i = 0; i < 60; i++) {
            new Pass(9, 1, colour).begin(chance, i);
            double[] alpha = {chance.normal(0.1), chance.normal(0.1), chance.normal(0.1)};
            for (int c = 0; c < 3; c++) {
                double expected = 0;
                for (int k = 0; k < 3; k++) {
                    expected += components.vectors().get(k).get(c)
                            * alpha[k]
                            * components.variances().get(k);
                }
                int at = (i * 3 + c) * 1024;
                double mean = IntStream.range(at, at + 1024)
                                .mapToDouble(p -> shifted[p] - plain[p])
                                .sum()
                        / 1024;
                assertThat(mean).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @Test
    void alphaIsNormalWithDeviationATenth() {
        Chance chance = new Chance(4, 4);
        double[] alphas =
                IntStream.range(0, 100_000).mapToDouble(i -> chance.normal(0.1)).toArray();
        double mean = Arrays.stream(alphas).average().orElseThrow();
        double deviation =
                Math.sqrt(Arrays.stream(alphas).map(a -> a * a).average().orElseThrow());
        double beyondTwo = Arrays.stream(alphas).filter(a -> Math.abs(a) > 0.2).count() / 100_000.0;
        assertThat(mean).isCloseTo(0, within(0.001));
        assertThat(deviation).isCloseTo(0.1, within(0.001));
        assertThat(beyondTwo).isCloseTo(0.0455, within(0.003)); // of the normal distribution
    }

    @Test
    void aJitteredImageFillsTheInputWithAnEnlargedPart() {
        Dataset white = Dataset.of("white", Shape.of(1, 32, 48), List.of("x"), new int[1], full(32 * 48));
        Preparation standard = Preparation.standard(Shape.of(1, 28, 28));
        for (int epoch = 0; epoch < 50; epoch++) {
            Batch batch = cut(white, standard, Augmentation.of(Distortion.scaleJitter()), epoch, 1);
            for (float level : batch.images()) {
                assertThat(level).isCloseTo(1, within(1e-6f));
            }
        }
    }

    @Test
    void imagesLargerThanTheInputNeedADistortionThatCutsThem() {
        Preparation small = Preparation.standard(Shape.of(3, 24, 24));
        Pass cropped = new Pass(1, 1, Augmentation.of(Distortion.randomCrop()));
        assertThat(small.batch(1).fill(SHAPES, new int[1], 0, 1, cropped).size())
                .isEqualTo(1);
        Pass flipped = new Pass(1, 1, Augmentation.of(Distortion.flip()));
        assertThatThrownBy(() -> small.batch(1).fill(SHAPES, new int[1], 0, 1, flipped))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("drawn shapes, seed 3: expected images no larger than the input 3×24×24");
    }

    @Test
    void theMiddleOfADatasetIsItsCentreCrop() {
        Dataset middle = SHAPES.last(50).centre(24, 20);
        Preparation standard = Preparation.standard(SHAPES.shape());
        float[] whole = standard.batch(1).fill(SHAPES, 17, 18).images();
        byte[] cut = middle.pixels(7);
        for (int i = 0; i < cut.length; i++) {
            int source = i / 480 * 1024 + (i % 480 / 20 + 4) * 32 + i % 20 + 6;
            assertThat((cut[i] & 0xFF) / 255f).isCloseTo(whole[source], within(1e-6f));
        }
        assertThat(middle.label(7)).isEqualTo(SHAPES.label(17));
        assertThatThrownBy(() -> SHAPES.centre(33, 32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("drawn shapes, seed 3: asked for the middle 33×32 of images of 3×32×32;"
                        + " ask for 1×1 to 32×32");
    }

    @Test
    void sizesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> Distortion.paddedCrop(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("distortion: expected a padding of 0.0 to 32767.0, got -1.0");
        assertThatThrownBy(() -> Distortion.scaleJitter(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("distortion: expected a longest side of 2.0 to 100.0, got 1.0");
    }

    private static Set<List<Float>> seen(Dataset one, Shape input, Augmentation augmentation, int epochs) {
        Set<List<Float>> seen = new HashSet<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            seen.add(list(cut(one, Preparation.standard(input), augmentation, epoch, 1)
                    .images()));
        }
        return seen;
    }

    private static Batch cut(Dataset data, Preparation preparation, Augmentation augmentation, int epoch, int count) {
        int[] order = IntStream.range(0, count).toArray();
        return preparation.batch(count).fill(data, order, 0, count, new Pass(9, epoch, augmentation));
    }

    private static Dataset ramp(int height, int width) {
        byte[] pixels = new byte[height * width];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i + 1);
        }
        return Dataset.of("ramp", Shape.of(1, height, width), List.of("x"), new int[1], pixels);
    }

    private static byte[] full(int size) {
        byte[] pixels = new byte[size];
        Arrays.fill(pixels, (byte) 255);
        return pixels;
    }

    private static List<Float> list(float[] values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }
}
