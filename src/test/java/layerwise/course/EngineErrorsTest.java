package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import layerwise.engine.Engines;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every message comes from MXNet itself, so that a new wording is noticed. */
class EngineErrorsTest {
    private static NDManager manager;

    @BeforeAll
    static void open() {
        Engines.open();
        manager = NDManager.newBaseManager();
    }

    @AfterAll
    static void close() {
        manager.close();
    }

    private static NDArray ones(long... shape) {
        return manager.ones(new Shape(shape));
    }

    private static Block initialized(Block block, long... shape) {
        block.initialize(manager, DataType.FLOAT32, new Shape(shape));
        return block;
    }

    private static NDList forward(Block block, NDArray input) {
        return block.forward(new ParameterStore(manager, false), new NDList(input), false);
    }

    private static String explanation(ThrowingCallable deed) {
        Throwable thrown = catchThrowable(deed);
        assertThat(EngineErrors.concern(thrown.getClass().getName())).isTrue();
        return EngineErrors.explain(thrown).orElseThrow(() -> new AssertionError("not explained", thrown));
    }

    @Test
    void aDenseLayerSaysHowManyInputsItHasWeightsFor() {
        Block dense = initialized(Linear.builder().setUnits(120).build(), 1, 400);
        assertThat(explanation(() -> forward(dense, ones(1, 576))))
                .isEqualTo("a layer of 120 units has 120 · 400 weights, for 400 inputs, but 576 inputs came");
    }

    @Test
    void aConvolutionSaysHowManyChannelsItsFiltersCover() {
        Block conv = initialized(conv(), 1, 3, 32, 32);
        assertThat(explanation(() -> forward(conv, ones(1, 1, 32, 32))))
                .isEqualTo("6 filters of 5×5 have 6 · 3 · 5 · 5 weights, for 3 channels, but 1 channel came");
        assertThat(explanation(() -> forward(conv, ones(1, 3, 4, 4))))
                .isEqualTo("a window of 5 does not fit a side of 4: ⌊(4 − 5) / stride⌋ + 1 is less than 1; "
                        + "pad the input, shrink the window, or shrink the maps less before it");
        assertThat(explanation(() -> forward(conv, ones(3, 32, 32))))
                .isEqualTo("the layer takes batch × channels × height × width, but 3 axes came; "
                        + "a single image becomes a batch of one with expandDims(0)");
    }

    private static Block conv() {
        return Conv2d.builder().setKernelShape(new Shape(5, 5)).setFilters(6).build();
    }

    @Test
    void aPoolThatIsLargerThanItsMapShowsTheFormula() {
        assertThat(explanation(() -> forward(Pool.maxPool2dBlock(new Shape(7, 7)), ones(1, 3, 4, 4))))
                .startsWith("a window of 7 does not fit a side of 4: ⌊(4 − 7) / stride⌋ + 1 is less than 1; ");
    }

    @Test
    void shapesThatDoNotFitAreCompared() {
        assertThat(explanation(() -> ones(2, 3).add(ones(3, 4))))
                .isEqualTo("2×3 and 3×4 do not fit: counted from the right, two sides must be equal or one of them 1");
        assertThat(explanation(() -> ones(2, 3).reshape(4, 2)))
                .isEqualTo("4 · 2 = 8 numbers are asked for, the array has 6");
        assertThat(explanation(() -> NDArrays.concat(new NDList(ones(1, 3, 4, 4), ones(1, 3, 5, 5)), 1)))
                .isEqualTo("joined arrays must agree in all axes but the joined one, "
                        + "got 4 and 5 in axis 2, 4 and 5 in axis 3");
        assertThat(explanation(() -> ones(2, 3).dot(ones(2, 3))))
                .isEqualTo("an array has shape 2×3, where −1×2 follows from the shapes of the others (−1 is any)");
    }

    @Test
    void anArrayOfAClosedManagerSaysSo() {
        NDManager brief = manager.newSubManager();
        NDArray gone = brief.ones(new Shape(2));
        brief.close();
        String closed = "the array's manager was closed, by close() or at the end of its try block; use the array "
                + "before that, or move it to a manager that lives longer with attach(manager)";
        assertThat(explanation(() -> gone.add(1))).isEqualTo(closed);
        assertThat(explanation(() -> brief.ones(new Shape(2)))).isEqualTo(closed);
    }

    @Test
    void aBlockWithoutWeightsIsToBeInitialized() {
        assertThat(explanation(() -> forward(conv(), ones(1, 3, 32, 32))))
                .isEqualTo(
                        "the block has no weight yet; call its initialize(manager, DataType.FLOAT32, inputShape) first");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Deep learning engine not found: PyTorch | a DJL engine is a jar of its own on the class path, and the course brings MXNet's; ./layerwise doctor says what this machine has
            Unable to load library 'mxnet'          | the engine's native library does not fit this machine; ./layerwise doctor says what does
            """)
    void anEngineThatIsNotThereIsAQuestionForTheDoctor(String message, String explanation) {
        assertThat(EngineErrors.explain(new IllegalArgumentException(message))).contains(explanation);
    }

    @Test
    void othersAreLeftAlone() {
        assertThat(EngineErrors.concern("java.lang.ArithmeticException")).isFalse();
        assertThat(EngineErrors.explain(new IllegalStateException())).isEmpty();
    }
}
