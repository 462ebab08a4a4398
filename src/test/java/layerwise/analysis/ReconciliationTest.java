package layerwise.analysis;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationTest {

    private static final Map<String, Reconciliation> KNOWN = new HashMap<>();

    private static Reconciliation reconcile(String networks, String quoted, Quantity quantity) {
        return KNOWN.computeIfAbsent(
                networks + " " + quoted + " " + quantity, key -> search(networks, quoted, quantity));
    }

    private static Reconciliation search(String networks, String quoted, Quantity quantity) {
        var all = Arrays.stream(networks.split("/")).map(Zoo::network).toList();
        return all.size() == 1
                ? Reconciliation.reconcile(all.get(0), Quoted.of(quoted), quantity)
                : Reconciliation.ratio(all.get(0), all.get(1), Quoted.of(quoted), quantity);
    }

    private static String names(Explanation explanation) {
        return explanation.departures().isEmpty()
                ? "PLAIN"
                : explanation.departures().stream().map(Convention::name).collect(Collectors.joining("+"));
    }

    private static String counts(Explanation explanation) {
        return explanation.counts().stream().map(String::valueOf).collect(Collectors.joining("/"));
    }

    @ParameterizedTest(name = "{0}: {1} is {3}")
    @CsvFileSource(files = "data/contested.csv", numLinesToSkip = 1)
    void everyContestedNumberIsExplainedOrSaidToBeNone(
            String network, String quoted, Quantity quantity, String expected, String counts, String source) {
        var found = reconcile(network, quoted, quantity);
        assertThat(found.likeliest().map(ReconciliationTest::names).orElse("NONE"))
                .as(source)
                .isEqualTo(expected);
        var first = found.found() ? found.explanations() : found.nearest();
        assertThat(counts(first.get(0))).as(source).isEqualTo(counts);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(files = "data/contested.csv", numLinesToSkip = 1)
    void everyDepartureOfAnExplanationIsNeededAndIsCountedAgain(String network, String quoted, Quantity quantity) {
        var found = reconcile(network, quoted, quantity);
        assertThat(found.tried()).isGreaterThan(found.explanations().size());
        for (var each : found.explanations()) {
            assertThat(each.departures()).hasSizeLessThanOrEqualTo(Reconciliation.MOST);
            var networks = found.networks();
            assertThat(networks.stream().map(of -> each.counting().count(quantity, of)))
                    .containsExactlyElementsOf(each.counts());
            for (var departure : each.departures()) {
                var without = each.counting().without(departure);
                var counts =
                        networks.stream().map(of -> without.count(quantity, of)).toList();
                var fit = Explanation.of(without, counts, found.quoted(), quantity)
                        .fit();
                assertThat(fit).isNotEqualTo(each.fit());
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(files = "data/contested.csv", numLinesToSkip = 1)
    void theLikeliestComesFirst(String network, String quoted, Quantity quantity) {
        var found = reconcile(network, quoted, quantity);
        assertThat(found.explanations()).isSortedAccordingTo(Explanation.LIKELIEST);
        assertThat(found.found()).isEqualTo(found.nearest().isEmpty());
        if (!found.found()) {
            assertThat(found.nearest().get(0).departures()).isEmpty();
            assertThat(found.nearest())
                    .isSortedAccordingTo(
                            (one, other) -> Double.compare(Math.abs(other.error()), Math.abs(one.error())));
        }
    }

    @Test
    void alexNetsSixHundredAndThirtyMillionAreNoneOfHundreds() {
        var none = Reconciliation.reconcile(Zoo.network("alexnet"), 630_000_000);
        assertThat(none.found()).isFalse();
        assertThat(none.quantity()).as("it has 61 million parameters").isEqualTo(Quantity.OPERATIONS);
        assertThat(none.tried()).isEqualTo(456);
        assertThat(none.nearest().stream().map(near -> names(near) + " " + counts(near)))
                .containsExactly("PLAIN 724406816", "SIDE_224 643026048", "NO_CLASSIFIER+SIDE_224 638930048");
    }

    @Test
    void aNumberWithoutUnitIsOfTheQuantityThatTheNetworkHasNearlyAsManyOf() {
        var googLeNet = Zoo.network("googlenet");
        assertThat(Reconciliation.reconcile(googLeNet, 13_000_000).quantity()).isEqualTo(Quantity.PARAMETERS);
        assertThat(Reconciliation.reconcile(googLeNet, 2_000_000_000).quantity())
                .isEqualTo(Quantity.OPERATIONS);
        assertThat(Reconciliation.reconcile(googLeNet, Quoted.of("51 MB")).quantity())
                .isEqualTo(Quantity.BYTES);
    }

    @Test
    void twoCombinationsOfOneNumberAreBothNamed() {
        assertThat(reconcile("googlenet", "6 million", Quantity.PARAMETERS).explanations())
                .extracting(ReconciliationTest::names)
                .containsExactly("TEN_CLASSES", "CONVOLUTIONS", "NO_CLASSIFIER");
        assertThat(reconcile("resnet-34", "3.6 GFLOPs", Quantity.OPERATIONS).explanations())
                .as("option A, rounded, or option B, cut off")
                .extracting(ReconciliationTest::names)
                .containsExactly("OPTION_A", "CUT");
    }

    @Test
    void aBiasAMapIsAsManyAsStatisticsWithoutScales() {
        assertThat(reconcile("mobilenet", "4,242,920", Quantity.PARAMETERS).explanations())
                .as("4,231,976 + 10,944: nearly every network with batch norms can be told in both ways")
                .extracting(ReconciliationTest::names)
                .containsExactly("NO_SCALES+UNTRAINED", "BIASED");
    }

    @Test
    void theTableOfGoogLeNetCountsItsStemAndClassifierInKOf1024() {
        var stem =
                network("stem", Shape.of(64, 56, 56), conv(64, 1), conv(192, 3).same());
        var linear = network("linear", Shape.vector(1024), dense(1000));
        assertThat(exact(stem, "112K")).isEqualTo("NO_BIASES+BINARY 114688");
        assertThat(exact(linear, "1000K")).isEqualTo("NO_BIASES+BINARY 1024000");
    }

    private static String exact(Network network, String quoted) {
        var likeliest = Reconciliation.reconcile(network, Quoted.of(quoted), Quantity.PARAMETERS)
                .likeliest()
                .orElseThrow();
        assertThat(likeliest.fit()).contains(Fit.EXACT);
        return names(likeliest) + " " + counts(likeliest);
    }

    @ParameterizedTest
    @CsvSource({
        "UNGROUPED,      alexnet,        alexnet-ungrouped",
        "OPTION_A,       resnet-18,      resnet-18-a",
        "OPTION_A,       resnet-34,      resnet-34-a",
        "STRIDE_ON_3X3,  resnet-50,      resnet-50-v1.5",
        "STRIDE_ON_3X3,  resnet-152,     resnet-152-v1.5",
        "STRIDE_ON_1X1,  resnet-101-v1.5, resnet-101",
    })
    void aVariantIsTheNetworkOfTheZoo(Convention convention, String network, String variant) {
        assertThat(convention.of(Zoo.network(network)).body())
                .isEqualTo(Zoo.network(variant).body());
    }

    @Test
    void everyNetworkCanBeReconciledWithItself() {
        for (var entry : Zoo.entries()) {
            var network = entry.network();
            var own =
                    Reconciliation.reconcile(network, Quoted.of(Cost.of(network).parameters()), Quantity.PARAMETERS);
            assertThat(own.likeliest().orElseThrow().departures())
                    .as(entry.id())
                    .isEmpty();
            assertThat(own.likeliest().orElseThrow().error()).isZero();
        }
    }

    /** What an explanation is worth: of 150 numbers of three digits around ours, 9 and 41 were explained when it was written. */
    @ParameterizedTest
    @CsvSource({"PARAMETERS, 0.15", "OPERATIONS, 0.35"})
    void fewNumbersThatNobodyPrintedAreExplained(Quantity quantity, double share) {
        var alexNet = Zoo.network("alexnet");
        long ours = Counting.PLAIN.count(quantity, alexNet);
        long explained = new Random(1)
                .doubles(60, -1, 1)
                .mapToObj(power -> BigDecimal.valueOf(ours * Math.pow(2, power)).round(new MathContext(3)))
                .filter(number -> Reconciliation.reconcile(alexNet, Quoted.of(number.longValueExact()), quantity)
                        .found())
                .count();
        assertThat(explained / 60.0).isLessThan(share);
    }

    @Test
    void conventionsAreListedByTopic() {
        assertThat(List.of(Convention.values()).stream().map(Convention::topic)).isSorted();
        assertThat(Arrays.stream(Quantity.values()).flatMap(each -> each.conventions().stream()))
                .containsAll(List.of(Convention.values()));
    }

    @Test
    void twoConventionsOfOneTopicAreNoCombination() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Counting.of(Convention.ADAM, Convention.FOLDED))
                .withMessage("conventions are combined one a topic, got [ADAM, FOLDED]; leave one of a topic out");
    }

    @Test
    void aRatioNeedsTwoNetworks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reconciliation.reconcile(Zoo.network("alexnet"), Quoted.of("12×")))
                .withMessage("AlexNet: 12× compares two networks; name the other, or leave the × out");
    }

    @Test
    void aRatioIsOfTheLargerToTheSmaller() {
        var alexNet = Zoo.network("alexnet");
        var squeezeNet = Zoo.network("squeezenet-1.0");
        var times = Quoted.of("48.8x");
        assertThat(Reconciliation.ratio(squeezeNet, alexNet, times, Quantity.PARAMETERS))
                .isEqualTo(Reconciliation.ratio(alexNet, squeezeNet, times, Quantity.PARAMETERS))
                .satisfies(found -> assertThat(found.found()).isTrue());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reconciliation.ratio(alexNet, squeezeNet, Quoted.of("62M"), Quantity.PARAMETERS))
                .withMessage("AlexNet and SqueezeNet 1.0: expected how many times, such as 12×, got 62M");
    }
}
