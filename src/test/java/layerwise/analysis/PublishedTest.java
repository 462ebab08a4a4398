package layerwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import layerwise.zoo.Zoo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every exact number that papers, libraries and independent counts print of a network of the zoo, and how it is counted. */
class PublishedTest {

    @ParameterizedTest(name = "{0} at {1}, {2}, {3}: {6}")
    @CsvFileSource(files = "data/published.csv", numLinesToSkip = 1)
    void everyPublishedNumberIsCounted(
            String id, int side, Quantity quantity, String conventions, long number, long more, String source) {
        var entry = Zoo.entry(id);
        var network = entry.network(entry.task().at(side));
        assertThat(counting(conventions).count(quantity, network) + more)
                .as(source)
                .isEqualTo(number);
    }

    private static Counting counting(String conventions) {
        return conventions.equals("PLAIN")
                ? Counting.PLAIN
                : Counting.of(Stream.of(conventions.split("\\+"))
                        .map(Convention::valueOf)
                        .toArray(Convention[]::new));
    }
}
