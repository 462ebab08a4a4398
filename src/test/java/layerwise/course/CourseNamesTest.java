package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CourseNamesTest {
    @Test
    void anUndefinedVariableMayMeanANetworkOfTheZoo() {
        assertThat(CourseKernel.network("lenet5")).contains("Zoo.network(\"lenet5\")");
        assertThat(CourseKernel.network("LeNet5")).contains("Zoo.network(\"lenet5\")");
        assertThat(CourseKernel.network("resnet18")).contains("Zoo.network(\"resnet-18\")");
        assertThat(CourseKernel.network("apple")).isEmpty();
    }
}
