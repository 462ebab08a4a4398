package layerwise.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import layerwise.analysis.Cost;
import layerwise.layers.Flatten;
import layerwise.layers.Parameter;
import layerwise.layers.Shape;
import layerwise.layers.Step;
import layerwise.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class ZooTest {
    private static final Path LAYERS = Path.of("data/layers");

    static Stream<Zoo.Entry> entries() {
        return Zoo.entries().stream();
    }

    static Stream<String> tables() throws IOException {
        try (var files = Files.list(LAYERS)) {
            return files
                    .map(file -> file.getFileName().toString().replaceFirst("\\.csv$", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}: {6}")
    @CsvFileSource(files = "data/zoo.csv", numLinesToSkip = 1)
    void everyNetworkCountsAsPublished(
            String id, String input, long parameters, long statistics, long heads, long macs, String source) {
        var network = Zoo.network(id);
        var cost = Cost.of(network);
        assertThat(network.input()).hasToString(input);
        assertThat(cost.parameters()).as(source).isEqualTo(parameters);
        assertThat(cost.macs()).as(source).isEqualTo(macs);
        assertThat(statistics(network)).as(source).isEqualTo(statistics);
        assertThat(network.headNetworks().stream()
                        .mapToLong(head -> Cost.of(head).parameters())
                        .sum())
                .as(source)
                .isEqualTo(heads);
    }

    private static long statistics(Network network) {
        return network.steps().stream()
                .flatMap(step -> step.layer().parameters(step.input()).stream())
                .filter(each -> each.role() == Parameter.Role.MEAN || each.role() == Parameter.Role.VARIANCE)
                .mapToLong(Parameter::size)
                .sum();
    }

    @Test
    void everyNetworkHasItsGoldenRow() throws IOException {
        var rows = Files.readAllLines(Path.of("data/zoo.csv")).stream().skip(1);
        assertThat(rows.map(row -> row.substring(0, row.indexOf(','))))
                .containsExactlyElementsOf(entries().map(Zoo.Entry::id).toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyLayerIsThatOfTheTable(String id) throws IOException {
        assertThat(Zoo.network(id).steps().stream().map(ZooTest::row))
                .containsExactlyElementsOf(Files.readAllLines(LAYERS.resolve(id + ".csv")).stream()
                        .skip(1)
                        .toList());
    }

    private static String row(Step step) {
        return String.join(
                ",",
                step.path(),
                step.layer().kind(),
                step.output().toString(),
                "" + step.parameters(),
                "" + step.macs());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void pathsAreUniqueAndIdsAreLowerCase(Zoo.Entry entry) {
        assertThat(entry.network().graph().nodes().stream().map(node -> node.path()))
                .doesNotHaveDuplicates();
        assertThat(entry.id()).matches("[a-z0-9.-]+");
        assertThat(entry.source().year()).isBetween(1998, 2020);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void asManyNumbersComeOutAsThereAreClasses(Zoo.Entry entry) {
        assertThat(entry.network().output()).isEqualTo(Shape.vector(entry.task().classes()));
        assertThat(entry.network(entry.task().into(7)).output()).isEqualTo(Shape.vector(7));
        assertThat(entry.network().headNetworks())
                .allSatisfy(head -> assertThat(head.output())
                        .isEqualTo(Shape.vector(entry.task().classes())));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void parametersDependOnTheImageOnlyWhereMapsAreFlattened(Zoo.Entry entry) {
        var larger = entry.network(entry.task().at(entry.task().image().height() + 64));
        boolean flattened = larger.steps().stream().anyMatch(step -> step.layer() instanceof Flatten);
        long difference =
                Cost.of(larger).parameters() - Cost.of(entry.network()).parameters();
        assertThat(difference > 0).isEqualTo(flattened);
    }

    @ParameterizedTest
    @MethodSource("entries")
    @Timeout(1)
    void buildsInNoTime(Zoo.Entry entry) {
        assertThat(entry.network().steps()).isNotEmpty();
    }

    @Test
    void imagesThatDoNotFitAreRefusedWithTheSmallestThatDo() {
        var vgg = Zoo.entry("vgg-16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vgg.network(Task.of(3, 28, 10)))
                .withMessage("VGG-16 (D)/pool5: a window of 2 does not fit a side of 1; pad by at least 1, "
                        + "or use an input at least 1 larger here; the smallest square input is 32×32");
    }

    @Test
    void aFaultThatIsNotTheSizesNamesNoSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Zoo.entry("lenet5").network(LeNet5.TASK.into(11)))
                .withMessage("the paper's LeNet-5 has bitmap codes for 10 digits, got 11 classes; use the modern one");
    }

    @Test
    void anUnknownNetworkIsRefusedWithTheThreeNearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Zoo.network("lenet6-modern"))
                .withMessage("no network is called lenet6-modern; the nearest are lenet5-modern, lenet5, lenet5-28; "
                        + "./layerwise zoo lists all " + Zoo.entries().size());
    }

    @Test
    void idsAreInTheOrderOfTheCourseAndDiffer() {
        assertThat(entries().map(Zoo.Entry::id)).doesNotHaveDuplicates().startsWith("lenet5");
        assertThat(entries().min(Comparator.comparing(entry -> entry.source().year())))
                .hasValueSatisfying(entry -> assertThat(entry.id()).startsWith("lenet5"));
    }
}
