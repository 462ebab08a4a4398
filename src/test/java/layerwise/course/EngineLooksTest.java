package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.modality.cv.ImageFactory;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.awt.image.BufferedImage;
import layerwise.engine.Engines;
import layerwise.engine.NetworkBlock;
import layerwise.kernel.MimeBundle;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineLooksTest {
    private final NDManager manager = Engines.open().newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    private static String text(MimeBundle bundle) {
        return bundle.form("text/plain").orElseThrow();
    }

    @Test
    void aSmallArrayShowsItsNumbers() {
        NDArray array = manager.create(new float[] {1, 2, 3, -6}, new Shape(2, 2));
        assertThat(text(EngineLooks.array(array))).isEqualTo("""
                (2, 2) float32 on cpu()
                from -6.000 to 3.000, mean 0.000, standard deviation 3.536
                     1.000      2.000
                     3.000     -6.000""");
    }

    @Test
    void aLargeArrayShowsFactsAndAHeatMapOnly() {
        NDArray array = manager.arange(0f, 32 * 6 * 28 * 28).reshape(32, 6, 28, 28);
        MimeBundle bundle = EngineLooks.array(array);
        assertThat(text(bundle)).isEqualTo("""
                (32, 6, 28, 28) float32 on cpu()
                from 0.000 to 1.505e+05, mean 7.526e+04, standard deviation 4.345e+04""");
        assertThat(bundle.form("text/html").orElseThrow())
                .contains("src=\"data:image/png;base64,iVBOR")
                .hasSizeLessThan(10_000);
    }

    @Test
    void everyTypeOfNumberIsRead() {
        for (DataType type : new DataType[] {DataType.INT32, DataType.INT64, DataType.UINT8, DataType.FLOAT64}) {
            NDArray array = manager.create(new float[] {1, 3}).toType(type, true);
            assertThat(text(EngineLooks.array(array))).contains("from 1.000 to 3.000, mean 2.000");
        }
    }

    @Test
    void whatIsNotFiniteIsCounted() {
        NDArray array = manager.create(new float[] {1, Float.NaN, Float.POSITIVE_INFINITY});
        assertThat(text(EngineLooks.array(array)))
                .contains("from 1.000 to 1.000", "\n2 not finite (NaN or infinite)\n");
    }

    @Test
    void aScalarAndAnEmptyArrayAreShown() {
        assertThat(text(EngineLooks.array(manager.create(3f)))).contains("from 3.000 to 3.000");
        assertThat(text(EngineLooks.array(manager.create(new Shape(0, 3))))).isEqualTo("(0, 3) float32 on cpu()");
    }

    @Test
    void anArrayOfAClosedManagerSaysSo() {
        NDManager sub = manager.newSubManager();
        NDArray array = sub.ones(new Shape(3));
        NDList list = new NDList(array);
        sub.close();
        String closed = "an array that was closed with its manager, so its numbers are gone; look at it before, or make"
                + " it with a manager that stays open";
        assertThat(text(EngineLooks.array(array))).isEqualTo(closed);
        assertThat(text(EngineLooks.list(list))).isEqualTo("a list of 1 array\n0: " + closed);
    }

    @Test
    void lookingLeavesNothingBehind() {
        NDArray array = manager.ones(new Shape(5, 5));
        int before = manager.getManagedArrays().size();
        EngineLooks.array(array);
        assertThat(manager.getManagedArrays()).hasSize(before);
        assertThat(array.sum().getFloat()).isEqualTo(25);
    }

    @Test
    void aListShowsALineAnArray() {
        NDArray named = manager.ones(new Shape(2, 3));
        named.setName("x");
        assertThat(text(EngineLooks.list(new NDList(named, manager.zeros(new Shape(4))))))
                .isEqualTo("a list of 2 arrays\n0 x: (2, 3) float32 on cpu()\n1: (4) float32 on cpu()");
    }

    @Test
    void anImageOfTheEngineIsAPng() {
        var image = ImageFactory.getInstance().fromImage(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB));
        MimeBundle bundle = EngineLooks.image(image);
        assertThat(text(bundle)).isEqualTo("image, 4×3 pixels");
        assertThat(bundle.form("image/png").orElseThrow()).startsWith("iVBOR");
    }

    @Test
    void aBlockShowsItsChildrenAndParameters() {
        var block = new NetworkBlock(LeNet5.modern());
        assertThat(text(EngineLooks.block(block))).startsWith("NetworkBlock, not initialized, ");
        block.initialize(manager);
        assertThat(text(EngineLooks.block(block)))
                .startsWith("NetworkBlock, 61,706 parameters\n")
                .contains("Conv2d", "weight (6, 1, 5, 5), bias (6)", "156");
    }
}
