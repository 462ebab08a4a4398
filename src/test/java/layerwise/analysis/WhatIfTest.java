package layerwise.analysis;

import static layerwise.layers.Layers.conv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import layerwise.layers.Shape;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIfTest {

    @Test
    void aOneByOneSavesTwentyOneTimesOfTheFiveByFive() {
        var saving = WhatIf.bottleneck(Shape.of(480, 14, 14), conv(48, 5).same(), 16);
        assertThat(saving.before().macs()).as("lecture notes S2: 112.9M").isEqualTo(112_896_000);
        assertThat(saving.after().macs()).as("lecture notes S2: 5.3M").isEqualTo(5_268_480);
        assertThat(saving.macsRatio()).isCloseTo(21.4, within(0.05));
    }

    @ParameterizedTest(name = "{0}×{0} against {1} of 3×3")
    @CsvSource({"3, 1", "5, 2", "7, 3", "11, 5"})
    void stackedThreeByThreesSeeAsMuchWithFewerWeights(int size, int count) {
        var saving =
                WhatIf.stacked(Shape.of(512, 14, 14), conv(512, size).same().noBias());
        assertThat(saving.before().parameters()).isEqualTo(512L * 512 * size * size);
        assertThat(saving.after().parameters()).isEqualTo(512L * 512 * 9 * count);
        assertThat(saving.macsRatio()).isEqualTo(saving.parametersRatio());
    }

    @Test
    void anEvenWindowIsNoStackOfThreeByThrees() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WhatIf.stacked(Shape.of(8, 14, 14), conv(8, 4)))
                .withMessage(
                        "3×3 windows stack up to an odd square one of stride 1, without groups, padded by 0 or (k − 1)/2,"
                                + " got 4×4; use conv(8, 5).same(), or 7, 9, 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WhatIf.stacked(
                        Shape.of(8, 14, 14), conv(8, 5).stride(2).same().groups(8)))
                .withMessage(
                        "3×3 windows stack up to an odd square one of stride 1, without groups, padded by 0 or (k − 1)/2,"
                                + " got 5×5 stride 2 pad 2 in 8 groups; use conv(8, 5).same(), or 7, 9, 11");
    }

    @Test
    void unpaddedWindowsAreStackedUnpadded() {
        var saving = WhatIf.stacked(Shape.of(1, 9, 9), conv(1, 5).noBias());
        assertThat(saving.before().macs()).isEqualTo(25 * 5 * 5);
        assertThat(saving.after().macs()).isEqualTo(9 * 7 * 7 + 9 * 5 * 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 128, 256, 512, 1024})
    void separableConvolutionsCostOneOverNPlusOneNinth(int filters) {
        var saving =
                WhatIf.separable(Shape.of(256, 14, 14), conv(filters, 3).same().noBias());
        assertThat(1 / saving.macsRatio()).isCloseTo(1.0 / filters + 1.0 / 9, within(1e-12));
        assertThat(saving.macsRatio()).as("7.9 to 8.9; notes S3: 8 to 9").isBetween(7.85, 8.95);
    }

    @Test
    void aGlobalMeanSavesFiftyOneMillionWeights() {
        var saving = WhatIf.globalPool(Shape.of(1024, 7, 7), 1024);
        assertThat(saving.before().parameters())
                .as("7·7·1024·1024; lecture notes S2 say 51.3M, rounded it is 51.4M")
                .isEqualTo(51_380_224);
        assertThat(saving.after().parameters()).isZero();
        assertThat(saving.parametersRatio()).isInfinite();
    }

    /** Columns 1×1, 3×3 and 5×5 of Szegedy et al. 2014, table 1: naive is input · (n1 + 9·n3 + 25·n5) · positions. */
    @ParameterizedTest(name = "{0}: naive {6} million")
    @CsvSource({
        "3a, 192,  64, 128,  32, 784, 303.5, 128.0",
        "3b, 256, 128, 192,  96, 784, 854.2, 304.3",
        "4a, 480, 192, 208,  48, 196, 307.1,  73.6",
        "4b, 512, 160, 224,  64, 196, 378.9,  87.9",
        "4c, 512, 128, 256,  64, 196, 404.6,  99.9",
        "4d, 512, 112, 288,  64, 196, 431.9, 118.5",
        "4e, 528, 256, 320, 128, 196, 655.7, 170.0",
        "5a, 832, 256, 320, 128,  49, 258.3,  51.1",
        "5b, 832, 384, 384, 128,  49, 287.0,  70.7"
    })
    void naiveModulesCostSeveralTimesTheReducedOnes(
            String module, int input, int one, int three, int five, long positions, double naive, double reduced) {
        var modules = WhatIf.inception(Zoo.network("googlenet"));
        assertThat(modules).hasSize(9);
        var found = modules.stream()
                .filter(each -> each.path().equals("inception" + module))
                .findFirst()
                .orElseThrow();
        assertThat(found.naive().channels()).isEqualTo(one + three + five + input);
        assertThat(found.saving().before().macs()).isEqualTo(input * (one + 9L * three + 25L * five) * positions);
        assertThat(found.saving().before().macs() / 1e6).isCloseTo(naive, within(0.05));
        assertThat(found.saving().after().macs() / 1e6).isCloseTo(reduced, within(0.05));
    }

    @Test
    void networksWhoseBranchesStandAmongOtherLayersHaveNoNaiveModules() {
        assertThat(Zoo.entries())
                .allSatisfy(
                        entry -> assertThat(WhatIf.inception(entry.network())).isNotNull());
        assertThat(WhatIf.inception(Zoo.network("se-inception"))).isEmpty();
        assertThat(WhatIf.inception(Zoo.network("shufflenet-v2-1.0"))).isEmpty();
        assertThat(WhatIf.inception(Zoo.network("inception-v3"))).isNotEmpty();
    }

    @Test
    void alexNetsTowersMeetInTheThirdLayerAndAtTheEnd() {
        var towers = Towers.of(Zoo.network("alexnet"));
        assertThat(towers.count()).isEqualTo(2);
        assertThat(towers.crossings())
                .containsExactly(
                        new Towers.Crossing("conv3/conv", 256 * 13 * 13),
                        new Towers.Crossing("fc6/dense", 9216),
                        new Towers.Crossing("fc7/dense", 4096),
                        new Towers.Crossing("fc8", 4096));
        assertThat(towers.traffic()).isEqualTo(60_672);
        assertThat(towers.wholeTraffic()).isEqualTo(60_672 + 96 * 27 * 27 + 2 * 384 * 13 * 13);
        assertThat(towers.split().before().parameters()).as("the 62M of S1").isEqualTo(62_378_344);
        assertThat(towers.split().before().macs()).isEqualTo(1_135_256_096);
        assertThat(towers.split().after().macs()).isEqualTo(724_406_816);
    }

    @Test
    void aNetworkWithoutGroupsIsOneTower() {
        var towers = Towers.of(Zoo.network("vgg-16"));
        assertThat(towers.count()).isEqualTo(1);
        assertThat(towers.crossings()).isEmpty();
        assertThat(towers.split().macsRatio()).isEqualTo(1);
    }
}
