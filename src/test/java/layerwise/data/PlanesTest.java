package layerwise.data;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.subsample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import layerwise.layers.Shape;
import layerwise.layers.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanesTest {
    private static final Planes MATRIX = Planes.matrix(new double[] {1, 2, 3}, new double[] {4, 5, 6});

    @TempDir
    private Path folder;

    private static long digest(Planes planes) {
        var crc = new CRC32();
        for (float value : planes.values()) {
            crc.update(Math.round(255 * value));
        }
        return crc.getValue();
    }

    @Test
    void theDrawnPicturesAreTheSameOnEveryMachine() {
        assertThat(digest(Pagoda.draw(64, 64))).isEqualTo(3896114227L);
        assertThat(digest(Flower.draw(64, 64))).isEqualTo(1676856077L);
    }

    @ParameterizedTest
    @CsvSource({"8, 8", "32, 32", "40, 90", "90, 40"})
    void theDrawnPicturesHaveAnySizeAndColoursFromBlackToWhite(int height, int width) {
        for (Planes picture : new Planes[] {Pagoda.draw(height, width), Flower.draw(height, width)}) {
            assertThat(picture.shape()).isEqualTo(Shape.of(3, height, width));
            assertThat(picture.low()).isBetween(0f, 0.5f);
            assertThat(picture.high()).isBetween(0.6f, 1f);
            assertThat(picture.channel(0).values())
                    .isNotEqualTo(picture.channel(1).values());
        }
    }

    @Test
    void aPagodaHasMoreUprightAndLevelEdgesThanAFlower() {
        assertThat(straight(Pagoda.draw(96, 96))).isGreaterThan(1.2 * straight(Flower.draw(96, 96)));
    }

    /** How much of all edges lies along rows or columns: where one of two slopes is more than four times the other. */
    private static double straight(Planes picture) {
        var across = Convolution.of(picture.grey(), Filter.sobelVertical(), Window.of(3));
        var down = Convolution.of(picture.grey(), Filter.sobelHorizontal(), Window.of(3));
        double all = 0;
        double straight = 0;
        for (int n = 0; n < across.values().length; n++) {
            double x = Math.abs(across.values()[n]);
            double y = Math.abs(down.values()[n]);
            all += x + y;
            straight += Math.max(x, y) > 4 * Math.min(x, y) ? x + y : 0;
        }
        return straight / all;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 7, 2000})
    void aPictureTooSmallOrTooLargeIsRefused(int side) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pagoda.draw(side, 64))
                .withMessage("pagoda: expected sides of 8 to 1024 pixels, got " + side + "×64");
    }

    @Test
    void aPictureFitsAnInputByItsMiddle() {
        var wide = Planes.matrix(new double[][] {{9, 1, 2, 9}, {9, 3, 4, 9}});
        assertThat(wide.fitting(Shape.of(1, 2, 2)).values()).containsExactly(1, 2, 3, 4);
        assertThat(wide.fitting(Shape.of(3, 2, 2)).values()).containsExactly(1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4);
        assertThat(Pagoda.draw(50, 80).fitting(Shape.of(1, 32, 32)).shape()).isEqualTo(Shape.of(1, 32, 32));
        assertThat(Pagoda.draw(32, 32).fitting(Shape.of(3, 32, 32)).values())
                .isEqualTo(Pagoda.draw(32, 32).values());
    }

    @Test
    void aShiftedPictureLosesWhatLeavesItsFrame() {
        assertThat(MATRIX.shifted(0, 1).values()).containsExactly(0, 1, 2, 0, 4, 5);
        assertThat(MATRIX.shifted(-1, 0).values()).containsExactly(4, 5, 6, 0, 0, 0);
        assertThat(MATRIX.shifted(0, 0).values()).containsExactly(MATRIX.values());
        assertThat(MATRIX.shifted(9, -9).values()).containsOnly(0);
    }

    @Test
    void eachChannelIsShiftedForItself() {
        var colours = Planes.of("two channels", Shape.of(2, 1, 2), 1, 2, 3, 4);
        assertThat(colours.shifted(0, 1).values()).containsExactly(0, 1, 0, 3);
    }

    @Test
    void resizingKeepsAnEvenColour() {
        var even = new float[3 * 9 * 7];
        Arrays.fill(even, 0.25f);
        assertThat(Planes.of("even", Shape.of(3, 9, 7), even)
                        .fitting(Shape.of(3, 20, 20))
                        .values())
                .containsOnly(0.25f);
    }

    @Test
    void whiteIsWhiteInGrey() {
        var white = Planes.of("white", Shape.of(3, 1, 1), 1, 1, 1);
        assertThat(white.grey().values()[0]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void numbersThatAreNoPictureAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Planes.of("mine", Shape.of(1, 2, 2), 1, 2, 3))
                .withMessage(
                        "mine: expected 4 numbers for a picture of 1×2×2, got 3; give a number for each pixel of each"
                                + " channel");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Planes.of("mine", Shape.of(1, 1, 2), 1, Float.NaN))
                .withMessage("mine: expected finite numbers, got NaN as number 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Planes.matrix(new double[] {1, 2}, new double[] {3}))
                .withMessage(
                        "a matrix: expected rows of 2 numbers as the first, got 1 in row 2; make all rows equally long");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Planes.matrix(new double[0][]))
                .withMessage("a matrix: expected at least one number, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Planes.matrix((double[][]) null))
                .withMessage("a matrix is expected, got null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MATRIX.channel(1))
                .withMessage("a matrix: expected a channel of 0 to 0, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MATRIX.fitting(Shape.of(2, 2, 2)))
                .withMessage(
                        "a matrix: expected an input of 1 or 3 channels for a picture of 1×2×3, got 2; give a picture of"
                                + " 2 channels");
    }

    @Test
    void onesOwnPictureIsReadAndReduced() throws IOException {
        var image = new BufferedImage(960, 240, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(0, 0, 480, 240);
        var file = folder.resolve("half.png");
        ImageIO.write(image, "png", file.toFile());
        var read = PictureFile.read(file);
        assertThat(read.toString()).isEqualTo("half.png 3×120×480");
        assertThat(read.at(0, 60, 10)).isEqualTo(1);
        assertThat(read.at(2, 60, 470)).isZero();
    }

    @Test
    void aFileThatIsNoPictureIsRefusedWithWhatIsThere() throws IOException {
        var text = Files.writeString(folder.resolve("notes.txt"), "not a picture");
        Files.writeString(folder.resolve("cat.png"), "");
        assertThatThrownBy(() -> PictureFile.read(folder.resolve("dog.png")))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        folder.resolve("dog.png") + ": expected a picture, got no such file; its folder has cat.png");
        assertThatThrownBy(() -> PictureFile.read(folder))
                .hasMessage(folder + ": expected a picture, got a folder; its folder has cat.png");
        assertThatThrownBy(() -> PictureFile.read(text))
                .hasMessage(text
                        + ": expected a picture that can be read, got one of which is said: it is no JPEG, PNG, GIF"
                        + " or BMP; save it again as JPEG or PNG");
        assertThatThrownBy(() -> PictureFile.read(folder.resolve("none/dog.png")))
                .hasMessageEndingWith("got no such file; there is no folder "
                        + folder.resolve("none").toAbsolutePath() + " either");
    }

    @Test
    void aFilterHasItsLineInTheMiddle() {
        assertThat(Filter.vertical(3).weights().values()).containsExactly(0, 1, 0, 0, 1, 0, 0, 1, 0);
        assertThat(Filter.horizontal(3).weights().values()).containsExactly(0, 0, 0, 1, 1, 1, 0, 0, 0);
        assertThat(sum(Filter.blur(5))).isCloseTo(1, within(1e-6));
        assertThat(sum(Filter.sharpen())).isEqualTo(1);
        assertThat(sum(Filter.sobelVertical())).isZero();
        assertThat(sum(Filter.sobelHorizontal())).isZero();
    }

    private static double sum(Filter filter) {
        double sum = 0;
        for (float weight : filter.weights(1)) {
            sum += weight;
        }
        return sum;
    }

    @Test
    void aFilterWithoutAMiddleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.vertical(4))
                .withMessage("vertical line: expected an odd size of at least 1, so that it has a middle, got 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.of("two", Shape.of(2, 1, 1), 1, 1).weights(3))
                .withMessage(
                        "two: expected a picture of 2 channels, as the filter 2×1×1 reads, got 3; give the filter one"
                                + " plane, or one for each channel");
    }

    @Test
    void aConvolutionByHandIsTheSumOfProducts() {
        var map = Convolution.of(MATRIX, Filter.of("corner", new double[][] {{1, 0}, {0, -1}}), Window.of(2));
        assertThat(map.shape()).isEqualTo(Shape.of(1, 1, 2));
        assertThat(map.values()).containsExactly(1 - 5, 2 - 6);
        assertThat(map.name()).isEqualTo("a matrix through corner");
        var colour = Planes.of("colour", Shape.of(2, 1, 1), 3, 4);
        assertThat(Convolution.of(colour, Filter.of("sum", new double[][] {{1}}), Window.of(1))
                        .values())
                .containsExactly(7);
        assertThat(Convolution.of(colour, Filter.of("less", Shape.of(2, 1, 1), 1, -1), Window.of(1))
                        .values())
                .containsExactly(-1);
    }

    @Test
    void aStepWritesWhatTheConvolutionDoes() {
        var picture = Pagoda.draw(12, 12).grey();
        for (var conv : new layerwise.layers.Conv[] {
            conv(1, 3),
            conv(1, 3).stride(2),
            conv(1, 3).same(),
            conv(1, 3).dilation(2).pad(1),
            conv(1, 3).stride(3).pad(2)
        }) {
            assertThat(Slide.of(conv, Filter.sharpen(), picture).output().values())
                    .isEqualTo(Convolution.of(picture, Filter.sharpen(), conv.window())
                            .values());
        }
    }

    @Test
    void poolingTakesTheLargestTheMeanOrATrainedShare() {
        var square = Planes.matrix(new double[][] {{1, -2, 9}, {3, 4, 9}, {9, 9, 9}});
        assertThat(Slide.of(maxPool(2), square).output().values()).containsExactly(4);
        assertThat(Slide.of(averagePool(2), square).output().values()).containsExactly(1.5f);
        assertThat(Slide.of(subsample(2), 0.5, 1, square).output().values()).containsExactly(4);
        assertThat(Slide.of(maxPool(2).roundUp(), square).output().values()).containsExactly(4, 9, 9, 9);
        assertThat(Slide.of(averagePool(2).roundUp(), square).output().values()).containsExactly(1.5f, 9, 9, 9);
        assertThat(Slide.of(averagePool(2).pad(1), square).output().values()).containsExactly(0.25f, 1.75f, 3, 7.75f);
        assertThat(Slide.of(maxPool(2).pad(1), Planes.matrix(new double[][] {{-1, -2}, {-3, -4}}))
                        .output()
                        .values())
                .containsExactly(-1, -2, -3, -4);
    }

    @Test
    void whatNoWindowReadsIsIgnored() {
        var seven = Planes.matrix(new double[7][7]);
        assertThat(Slide.of(maxPool(2), seven).ignoredRows()).containsExactly(6);
        assertThat(Slide.of(maxPool(2).roundUp(), seven).ignoredRows()).isEmpty();
        assertThat(Slide.of(conv(1, 3), Filter.sharpen(), seven).ignoredColumns())
                .isEmpty();
        assertThat(Slide.of(conv(1, 1).stride(3), Filter.blur(1), seven).ignoredColumns())
                .containsExactly(1, 2, 4, 5);
    }

    @Test
    void whatCannotBeSteppedThroughIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slide.of(conv(2, 3), Filter.sharpen(), MATRIX))
                .withMessage("steps: expected a convolution with one filter, got 2 filters; step through conv(1, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slide.of(maxPool(2), Pagoda.draw(64, 64)))
                .withMessage(
                        "steps: expected a matrix of one channel, at most 16×16, got pagoda 3×64×64; take a part of it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slide.of(conv(1, 5), Filter.sharpen(), MATRIX))
                .withMessage("sharpen: expected a window of 3×3 as the filter has, got 5×5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slide.of(maxPool(2), (Planes) null))
                .withMessage("a matrix to step through is expected, got null");
    }
}
