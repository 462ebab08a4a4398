package layerwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import layerwise.network.Graph;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class XrayTest {
    static Stream<Network> stacking() {
        return PartTest.networks()
                .filter(network ->
                        network.graph().nodes().stream().anyMatch(node -> node.joint() == Graph.Joint.CONCAT));
    }

    private static Xray.Module module(Network network, String path) {
        return Xray.of(network).modules().stream()
                .filter(pair -> pair.path().equals(path))
                .findFirst()
                .orElseThrow()
                .module();
    }

    @ParameterizedTest
    @MethodSource("stacking")
    void theBranchesOfAModuleAddUpToItsRowOfTheTable(Network network) {
        for (var pair : Xray.of(network).modules()) {
            var inside = network.steps().stream()
                    .filter(step -> step.path().startsWith(pair.path() + "/"))
                    .toList();
            assertThat(pair.module().cost()).as(pair.path()).isEqualTo(Cost.of(inside));
        }
    }

    @ParameterizedTest
    @MethodSource("stacking")
    void sharesAddUpToOne(Network network) {
        List<ToLongFunction<Xray.Share>> quantities = List.of(
                share -> share.cost().parameters(), share -> share.cost().macs(), Xray.Share::channels);
        for (var pair : Xray.of(network).modules()) {
            for (var quantity : quantities) {
                var module = pair.module();
                boolean some = module.shares().stream().mapToLong(quantity).sum() > 0;
                double sum = module.shares().stream()
                        .mapToDouble(share -> module.portion(share, quantity))
                        .sum();
                assertThat(sum).isCloseTo(some ? 1 : 0, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stacking")
    void theMapsOfTheBranchesAreThoseThatLeave(Network network) {
        for (var pair : Xray.of(network).modules()) {
            assertThat(network.graph().nodes())
                    .filteredOn(node -> node.joint() == Graph.Joint.CONCAT)
                    .anyMatch(node -> (node.path() + "/").startsWith(pair.path() + "/")
                            && node.shape().channels() == pair.module().channels());
        }
    }

    @Test
    void googLeNetHasNineModulesEachCheaperThanNaive() {
        var modules = Xray.of(Zoo.network("googlenet")).modules();
        assertThat(modules).hasSize(9);
        assertThat(modules).allSatisfy(pair -> {
            assertThat(pair.module().cost().macs())
                    .isLessThan(pair.naive().orElseThrow().cost().macs());
            assertThat(pair.module().channels())
                    .isLessThan(pair.naive().orElseThrow().channels());
        });
        var whatIf = WhatIf.inception(Zoo.network("googlenet"));
        for (int n = 0; n < 9; n++) {
            assertThat(new Saving(
                            modules.get(n).naive().orElseThrow().cost(),
                            modules.get(n).module().cost()))
                    .isEqualTo(whatIf.get(n).saving());
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({ // Szegedy et al. 2014, table 1: the columns #1×1, #3×3, #5×5 and pool proj
        "inception3a, 64, 128, 32, 32",
        "inception4a, 192, 208, 48, 64",
        "inception5b, 384, 384, 128, 128"
    })
    void theMapsAreThoseOfThePaper(String path, int n1, int n3, int n5, int project) {
        var module = module(Zoo.network("googlenet"), path);
        assertThat(module.shares()).extracting(Xray.Share::name).containsExactly("1x1", "3x3", "5x5", "pool_proj");
        assertThat(module.shares()).extracting(Xray.Share::channels).containsExactly(n1, n3, n5, project);
    }

    @Test
    void theFiveByFiveOf4aFallsFrom112MillionTo5() {
        var pair = Xray.of(Zoo.network("googlenet")).modules().get(2);
        assertThat(pair.path()).isEqualTo("inception4a");
        assertThat(pair.naive().orElseThrow().shares().get(2).cost().macs()).isEqualTo(112_896_000);
        assertThat(pair.module().shares().get(2).cost().macs()).isEqualTo(5_268_480);
    }

    @Test
    void aBranchOfNothingIsTheIdentityAndASqueezeIsShared() {
        var unit = Xray.of(Zoo.network("densenet-121")).modules().get(0).module();
        assertThat(unit.shares().get(0).name()).isEqualTo("identity");
        assertThat(unit.shares().get(0).cost()).isEqualTo(Cost.ZERO);
        assertThat(module(Zoo.network("squeezenet"), "fire2").shares())
                .extracting(Xray.Share::name)
                .containsExactly("expand1x1", "expand3x3", "shared");
    }

    @Test
    void twoNetworksAreComparedModuleByModule() {
        var xray = Xray.of(Zoo.network("googlenet-naive"), Zoo.network("googlenet"));
        assertThat(xray.modules())
                .hasSize(9)
                .allSatisfy(
                        pair -> assertThat(pair.naive()).contains(module(Zoo.network("googlenet-naive"), pair.path())));
    }

    @Test
    void aNetworkThatStacksNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Xray.of(LeNet5.paper()))
                .withMessage(
                        "LeNet-5: expected branches that are stacked, got a network without a concat; look at googlenet");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Xray.of(Zoo.network("googlenet"), Zoo.network("squeezenet")))
                .withMessage(
                        "GoogLeNet and SqueezeNet 1.0: expected modules of the same path to compare, got inception3a and"
                                + " fire2; give the parts the same names");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Xray.of((Network) null))
                .withMessage("a network is expected, got null");
    }

    @Test
    void stackedThreeByThreeSeeAsMuchForLess() {
        var stacks = Stack.upTo(5, 10);
        for (var stack : stacks) {
            int n = stack.depth();
            assertThat(stack.sees()).isEqualTo(2 * n + 1);
            assertThat(stack.stacked()).isEqualTo(9L * n * 100);
            assertThat(stack.single()).isEqualTo((2L * n + 1) * (2 * n + 1) * 100);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stack.upTo(0, 10))
                .withMessage("stacks: expected 1 to 20 convolutions on each other, got 0");
    }
}
