package layerwise.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqueezeNetTest {

    @Test
    void imagesOf227GiveTheSidesOfTable1() {
        var sides = SqueezeNet.paper(Task.IMAGENET.at(227)).steps().stream()
                .filter(step -> step.path().matches("conv1/conv|pool[148]|conv10/conv"))
                .map(step -> step.output().height());
        assertThat(sides).containsExactly(111, 55, 27, 13, 13);
    }
}
