package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureScatterTest {
    private static final PointLabel.Area FRAME = new PointLabel.Area(0, 0, 700, 400);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void namesStandNeitherUponEachOtherNorUponPoints(long seed) {
        var random = new Random(seed);
        var points = IntStream.range(0, 30)
                .mapToObj(i -> area(50 + random.nextInt(600), 50 + random.nextInt(300), 3 + random.nextInt(8)))
                .toList();
        var names = points.stream().map(point -> "network " + point.left()).toList();
        var labels = PointLabel.place(names, points, FRAME);
        for (int i = 0; i < labels.size(); i++) {
            var own = labels.get(i).area();
            assertThat(points).noneMatch(own::meets);
            assertThat(labels.subList(0, i)).noneMatch(other -> other.area().meets(own));
        }
        linesCrossNoName(labels);
    }

    @Test
    void norDoTheyWithTheNetworksOfTheCourse() throws IOException {
        var points = Files.readAllLines(Path.of("data", "imagenet.csv")).stream()
                .skip(1)
                .map(row -> row.split(",", 4))
                .map(row -> ArchitectureScatter.Point.of(
                        row[0], Zoo.network(row[0]), Double.parseDouble(row[1]), row[2], row[3]))
                .toList();
        var scatter = new ArchitectureScatter(points);
        var labels = scatter.labels();
        assertThat(labels).hasSameSizeAs(points);
        for (int i = 0; i < labels.size(); i++) {
            var own = labels.get(i).area();
            assertThat(scatter.discs()).as(labels.get(i).name()).noneMatch(own::meets);
            assertThat(labels.subList(0, i)).noneMatch(other -> other.area().meets(own));
        }
        linesCrossNoName(labels);
    }

    private static void linesCrossNoName(List<PointLabel> labels) {
        for (var far : labels.stream().filter(PointLabel::far).toList()) {
            assertThat(labels)
                    .filteredOn(label -> label != far)
                    .as("the line to " + far.name())
                    .noneMatch(label -> far.line()
                            .intersects(
                                    label.area().left(),
                                    label.area().top(),
                                    label.area().right() - label.area().left(),
                                    label.area().bottom() - label.area().top()));
        }
    }

    private static PointLabel.Area area(int x, int y, int radius) {
        return new PointLabel.Area(x - radius, y - radius, x + radius, y + radius);
    }

    @Test
    void aNameIsWrittenBesideItsPointWhereThereIsRoom() {
        var label = PointLabel.place(List.of("alone"), List.of(area(300, 200, 5)), FRAME)
                .get(0);
        assertThat(label.far()).isFalse();
        assertThat(label.area().left()).isBetween(305, 312);
    }
}
