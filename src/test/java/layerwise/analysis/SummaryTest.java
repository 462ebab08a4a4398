package layerwise.analysis;

import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import layerwise.layers.Layer;
import layerwise.layers.Shape;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {

    static java.util.stream.Stream<Zoo.Entry> zoo() {
        return Zoo.entries().stream();
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void rowsAddUpToTotals(Zoo.Entry entry) {
        var summary = Summary.of(entry.network());
        assertThat(summary.rows()).hasSameSizeAs(entry.network().steps());
        assertThat(summary.rows().stream()
                        .mapToLong(row -> row.cost().parameters())
                        .sum())
                .isEqualTo(summary.total().parameters());
        assertThat(summary.rows().stream().mapToLong(row -> row.cost().macs()).sum())
                .isEqualTo(summary.total().macs());
        assertThat(summary.rows().stream()
                        .mapToLong(row -> row.cost().connections())
                        .sum())
                .isEqualTo(summary.total().connections());
        assertThat(summary.total()).isEqualTo(Cost.of(entry.network()));
    }

    @ParameterizedTest(name = "{0} {1}: {9}")
    @CsvFileSource(files = "data/lenet5.csv", numLinesToSkip = 1)
    void everyLayerOfLeNet5CountsAsPublished(
            String id,
            String path,
            String kind,
            String output,
            long parameters,
            long macs,
            long connections,
            long field,
            long jump,
            String source) {
        var row = Summary.of(Zoo.network(id)).rows().stream()
                .filter(each -> each.step().path().equals(path))
                .findFirst()
                .orElseThrow();
        assertThat(row.step().layer().kind()).isEqualTo(kind);
        assertThat(row.step().output()).hasToString(output);
        assertThat(row.cost()).as(source).isEqualTo(new Cost(parameters, macs, connections));
        assertThat(row.field().rows()).isEqualTo(new ReceptiveField.Extent(field, jump, 0));
        assertThat(row.field().columns()).isEqualTo(row.field().rows());
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource({
        "lenet5, 60000, 325680, 340908, LeCun et al. 1998 section II-B; the total of connections counts the RBF",
        "lenet5-modern, 61706, 416520, 429342, 156 + 2416 + 48120 + 10164 + 850; recomputed independently"
    })
    void totalsAreThePublishedOnes(String id, long parameters, long macs, long connections, String source) {
        assertThat(Cost.of(Zoo.network(id))).as(source).isEqualTo(new Cost(parameters, macs, connections));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void nStackedConvolutionsOf3See2nPlus1(int n) {
        var stack = sequence(Collections.nCopies(n, conv(4, 3).same()));
        var fields = ReceptiveField.of(network("stack", Shape.of(4, 32, 32), stack));
        assertThat(fields.get(n - 1).rows()).isEqualTo(new ReceptiveField.Extent(2L * n + 1, 1, -n));
    }

    @Test
    void behindAJointTheFieldIsThatOfTheLongestBranch() {
        Layer stem = conv(8, 7).stride(2).pad(3);
        Layer mixed = concat(conv(4, 1), sequence(conv(4, 1), conv(4, 5).same()));
        var network = network("mixed", Shape.of(3, 64, 64), stem, mixed, maxPool(2));
        var pooled = ReceptiveField.of(network).get(4);
        assertThat(pooled.rows()).isEqualTo(new ReceptiveField.Extent(7 + 4 * 2 + 2, 4, -3 - 4));
    }

    @Test
    void aShortcutDoesNotShrinkTheField() {
        var residual = sum(sequence(conv(3, 3).same(), conv(3, 3).same()), identity());
        var network = network("residual", Shape.of(3, 16, 16), residual, conv(3, 1));
        assertThat(ReceptiveField.of(network).get(2).rows().size()).isEqualTo(5);
    }

    @Test
    void aFlattenedMapSeesEverythingItsPositionsSee() {
        var network = network("flat", Shape.of(1, 9, 9), conv(2, 3).stride(2), layerwise.layers.Layers.flatten());
        assertThat(ReceptiveField.of(network).get(1).rows().size()).isEqualTo(9);
    }
}
