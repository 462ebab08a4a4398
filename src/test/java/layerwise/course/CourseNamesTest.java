package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import layerwise.analysis.ReceptiveField;
import org.junit.jupiter.api.Test;

class CourseNamesTest {
    @Test
    void anUndefinedVariableMayMeanANetworkOfTheZoo() {
        assertThat(CourseKernel.network("lenet5")).contains("Zoo.network(\"lenet5\")");
        assertThat(CourseKernel.network("LeNet5")).contains("Zoo.network(\"lenet5\")");
        assertThat(CourseKernel.network("resnet18")).contains("Zoo.network(\"resnet-18\")");
        assertThat(CourseKernel.network("apple")).isEmpty();
    }

    @Test
    void aFullHeapNamesTheVariableThatMakesItLarger() {
        assertThat(CourseKernel.heap(new OutOfMemoryError("Java heap space")))
                .contains("the heap ends at " + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MiB; drop what is no longer needed (set it to null), or start Jupyter with"
                        + " LAYERWISE_JAVA_OPTS=-Xmx4g for 4 GiB");
        assertThat(CourseKernel.heap(new OutOfMemoryError("Metaspace"))).isEmpty();
    }

    @Test
    void oneDirectionOfAReceptiveFieldIsASentence() {
        assertThat(CourseKernel.sentence(new ReceptiveField.Extent(6, 2, 0)))
                .isEqualTo(
                        "6 pixels; the next position sees as many, 2 further on; the first begins with pixel 0, counted"
                                + " from 0");
        assertThat(CourseKernel.sentence(new ReceptiveField.Extent(1, 1, -3)))
                .isEqualTo("1 pixel; the next position sees as many, 1 further on; the first begins 3 before the first"
                        + " pixel, in the padding");
    }

    @Test
    void aKernelByAnotherNameShowsIt() {
        assertThat(Checkout.here().kernelspec("java").displayName()).isEqualTo("Java (Layerwise)");
        assertThat(Checkout.here().kernelspec("foo").displayName()).isEqualTo("Java (Layerwise, foo)");
    }
}
