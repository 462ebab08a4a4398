package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import layerwise.analysis.Cost;
import layerwise.data.OwnData;
import layerwise.view.IlsvrcChart;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What papers report has a source, and what can be computed is. */
class ResultsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvFileSource(files = "data/imagenet.csv", useHeadersInDisplayName = true)
    void anErrorHasASourceWithYearAndTable(String network, double error, String crops, String source) {
        assertThat(error).isBetween(1.0, 30.0);
        assertThat(crops).isIn("1", "10", "dense");
        assertThat(source).matches("(.* (19|20)\\d\\d, .*|Keras Applications, )table .*");
        assertThat(Zoo.entry(network).id()).isEqualTo(network);
    }

    @ParameterizedTest
    @CsvFileSource(files = "data/ilsvrc.csv", useHeadersInDisplayName = true)
    void anEntryHasASourceWithYearAndPlace(
            int year,
            int place,
            String team,
            String network,
            Integer depth,
            String entry,
            String images,
            double error,
            String source) {
        assertThat(year).isBetween(2010, 2017);
        assertThat(place).isBetween(1, 2);
        assertThat(entry).as(team).isNotBlank();
        assertThat(images).isIn("given", "more");
        assertThat(error).isBetween(2.0, 30.0);
        assertThat(source).matches(".* 20\\d\\d, (tables? \\d|section \\d|results: 0\\.\\d{5}).*");
        assertThat(depth == null || network != null).isTrue();
    }

    @Test
    void everyPointCostsWhatItsNetworkCosts() throws IOException {
        var points = ResultWords.scatter().points();
        assertThat(points).hasSize(25);
        for (var point : points) {
            assertThat(point.cost()).as(point.id()).isEqualTo(Cost.of(Zoo.network(point.id())));
        }
    }

    @Test
    void noNameOfTheScatterIsLostAndEachPointSaysItsSource() throws IOException {
        var scatter = ResultWords.scatter();
        for (var point : scatter.points()) {
            assertThat(scatter.svg().text())
                    .contains(">" + point.name() + "</text>", point.source().split(":")[0]);
            assertThat(scatter.text()).contains(point.source());
        }
    }

    @Test
    void thereIsAWinnerForEachYearAndTheErrorFalls() throws IOException {
        var winners = ResultWords.ilsvrc().winners();
        assertThat(winners.stream().map(IlsvrcChart.Entry::year))
                .containsExactly(2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017);
        for (int i = 1; i < winners.size(); i++) {
            assertThat(winners.get(i).error()).isLessThan(winners.get(i - 1).error());
        }
    }

    @Test
    void theDepthsAreThoseThatTheNetworksAreKnownFor() throws IOException {
        var depths = ResultWords.ilsvrc().winners().stream()
                .filter(winner -> winner.depth().isPresent())
                .map(winner -> winner.network() + " " + winner.depth().getAsInt());
        assertThat(depths).containsExactly("AlexNet 8", "GoogLeNet 22", "ResNet 152", "SENet 154");
    }

    @Test
    void aFolderOfOnesOwnGoesBeforeTheJar() throws IOException {
        Files.writeString(folder.resolve("imagenet.csv"), "network,error,crops,source\nlenet5,1.5,1,\"me, at home\"\n");
        assertThat(new Results(new OwnData(folder)).scatter().text()).contains("lenet5", "1.5 %", "me, at home");
        assertThat(new Results(new OwnData(folder)).ilsvrc()).isEqualTo(ResultWords.ilsvrc());
    }

    @Test
    void aTableWithoutRowsIsRefused() throws IOException {
        Files.writeString(folder.resolve("imagenet.csv"), "network,error,crops,source\n");
        assertThatThrownBy(() -> new Results(new OwnData(folder)).scatter())
                .hasMessage("a scatter of architectures: expected at least one, got none");
    }
}
