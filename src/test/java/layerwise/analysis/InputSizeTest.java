package layerwise.analysis;

import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InputSizeTest {

    @ParameterizedTest
    @MethodSource("layerwise.analysis.PartTest#networks")
    void theSmallestInputWorksAndOneLessDoesNot(Network network) {
        var smallest = InputSize.smallest(network);
        int side = smallest.height();
        assertThat(network.fits(smallest)).isTrue();
        assertThat(side == 1 || !network.fits(Shape.of(smallest.channels(), side - 1, side - 1)))
                .isTrue();
    }

    @Test
    void fivePoolingsHalveThirtyTwoPixelsToOne() {
        assertThat(InputSize.smallest(Zoo.network("vgg-16"))).isEqualTo(Shape.of(3, 32, 32));
        assertThat(InputSize.smallest(LeNet5.paper())).isEqualTo(Shape.of(1, 32, 32));
        assertThat(InputSize.smallest(Zoo.network("alexnet"))).isEqualTo(Shape.of(3, 67, 67));
    }

    @Test
    void aNetworkThatReadsNoSmallImageIsRefused() {
        var network = network("odd", Shape.of(1, 4, 4), maxPool(4), concat(identity(), conv(1, 1)));
        assertThat(InputSize.smallest(network)).isEqualTo(Shape.of(1, 4, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InputSize.smallest(network("tall", Shape.of(1, 5000, 5000), conv(1, 4500))))
                .withMessage("tall: reads no square image up to 4096×4096; its branches may never agree in size");
    }

    @Test
    void alexNetPartsAtItsFirstConvolution() {
        var partings = InputSize.partings(Zoo.network("alexnet"), Shape.of(3, 224, 224), Shape.of(3, 227, 227));
        assertThat(partings.get(0))
                .isEqualTo(new InputSize.Parting("conv1/conv", Shape.of(96, 54, 54), Shape.of(96, 55, 55)));
        assertThat(partings.get(partings.size() - 1))
                .isEqualTo(new InputSize.Parting("flatten", Shape.vector(6400), Shape.vector(9216)));
    }

    @Test
    void aSizeDoesNotPartFromItself() {
        var image = Shape.of(3, 227, 227);
        assertThat(InputSize.partings(Zoo.network("alexnet"), image, image)).isEmpty();
    }

    @Test
    void of224PixelsAlexNetIgnoresARowAtEachShrinkingStep() {
        assertThat(Ignored.of(Zoo.network("alexnet"))).isEmpty();
        var ignored = Ignored.of(Zoo.network("alexnet").over(Shape.of(3, 224, 224)));
        assertThat(ignored)
                .containsExactly(
                        new Ignored("conv1/conv", 1, 1),
                        new Ignored("pool1", 1, 1),
                        new Ignored("pool2", 1, 1),
                        new Ignored("pool5", 1, 1));
    }

    @Test
    void zerosOfPaddingAreNotIgnoredRows() {
        var padded =
                network("padded", Shape.of(1, 224, 224), conv(1, 7).stride(2).pad(3));
        assertThat(padded.steps().get(0).layer().window(padded.input()).rows().ignored(224))
                .isEqualTo(1);
        assertThat(Ignored.of(padded)).isEmpty();
        var rounded = network("rounded", Shape.of(1, 5, 6), maxPool(2));
        assertThat(Ignored.of(rounded)).containsExactly(new Ignored("maxpool", 1, 0));
        assertThat(Ignored.of(network("up", Shape.of(1, 5, 6), maxPool(2).roundUp())))
                .isEmpty();
    }
}
