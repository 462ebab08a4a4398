package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.analysis.Anatomy;
import layerwise.network.Network;
import layerwise.view.Layout.Edge;
import layerwise.view.Layout.Place;
import layerwise.zoo.Zoo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every network of the zoo, and some that no paper has, is drawn without overlaps, folded and unfolded. */
class LayoutTest {
    private static final int MOST_BOXES = 400;

    static Stream<NetworkDiagram> diagrams() {
        var networks = Stream.concat(Zoo.entries().stream().map(Zoo.Entry::network), Samples.networks());
        return networks.flatMap(LayoutTest::diagrams);
    }

    private static Stream<NetworkDiagram> diagrams(Network network) {
        var folded = new NetworkDiagram(network);
        boolean few = Anatomy.of(network).boxes().size() < MOST_BOXES;
        return few ? Stream.of(folded, folded.depth(0), folded.unfolded()) : Stream.of(folded, folded.depth(0));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void nothingOverlapsAndEveryBoxIsReachedAndLeft(NetworkDiagram diagram) {
        var layout = diagram.drawing().layout();
        check(layout, Optional.empty());
        assertThat(boxes(layout)).hasSize(diagram.anatomy().boxes().size() + 1);
        labelsAreClear(layout);
        connected(layout);
        headsAreClear(layout, diagram.network());
    }

    /** Neither the box of a head nor the line to it is upon anything but the arrow that it branches off. */
    private static void headsAreClear(Layout layout, Network network) {
        var taken = new ArrayList<>(boxes(layout));
        edges(layout).forEach(edge -> edge.label().ifPresent(taken::add));
        for (var head : HeadBox.beside(layout, network)) {
            var line = new Rectangle(head.from().x, head.from().y, head.box().x - head.from().x, 1);
            assertThat(taken).noneMatch(head.box()::intersects).noneMatch(line::intersects);
            assertThat(edges(layout)).noneMatch(edge -> crosses(edge.points(), head.box()));
            taken.add(head.box());
        }
    }

    private static boolean crosses(List<Point> points, Rectangle box) {
        return IntStream.range(0, points.size() - 1)
                .anyMatch(i -> box.intersectsLine(new Line2D.Double(points.get(i), points.get(i + 1))));
    }

    private static List<Rectangle> boxes(Layout row) {
        return row.places().stream()
                .flatMap(place ->
                        place.inside().map(inside -> boxes(inside).stream()).orElseGet(() -> Stream.of(place.box())))
                .toList();
    }

    private static List<Edge> edges(Layout row) {
        var edges = new ArrayList<>(row.edges());
        row.places().forEach(place -> place.inside().ifPresent(inside -> edges.addAll(edges(inside))));
        return edges;
    }

    /** A row, and what is in its units, where {@code frame} is around it. */
    private static void check(Layout row, Optional<Rectangle> frame) {
        for (int i = 0; i < row.places().size(); i++) {
            var place = row.places().get(i);
            frame.ifPresent(border -> assertThat(border.contains(place.box()))
                    .as(place.section().path())
                    .isTrue());
            for (int j = i + 1; j < row.places().size(); j++) {
                assertThat(place.box().intersects(row.places().get(j).box()))
                        .as(place.section().path())
                        .isFalse();
            }
            place.inside().ifPresent(inside -> check(inside, Optional.of(place.box())));
        }
        row.edges().forEach(edge -> check(row, edge, frame));
    }

    private static void check(Layout row, Edge edge, Optional<Rectangle> frame) {
        var points = edge.points();
        var start = points.get(0);
        var end = points.get(points.size() - 1);
        if (edge.from() != Layout.OUTSIDE) {
            leaves(row.places().get(edge.from()).box(), start);
        } else {
            assertThat(start.y).isEqualTo(frame.orElseThrow().y);
        }
        if (edge.to() != Layout.OUTSIDE) {
            enters(row.places().get(edge.to()).box(), end);
        } else {
            frame.ifPresent(border -> assertThat(end.y).isEqualTo(border.y + border.height));
        }
        row.places().stream().map(Place::box).forEach(box -> passes(points, box));
    }

    private static void leaves(Rectangle box, Point start) {
        assertThat(start.y).isEqualTo(box.y + box.height);
        assertThat(start.x).isBetween(box.x, box.x + box.width);
    }

    private static void enters(Rectangle box, Point end) {
        assertThat(end.y).isEqualTo(box.y);
        assertThat(end.x).isBetween(box.x, box.x + box.width);
    }

    /** No part of the line is inside the box; that it touches the border of its own boxes is checked elsewhere. */
    private static void passes(List<Point> points, Rectangle box) {
        var inner = new Rectangle(box.x + 1, box.y + 1, box.width - 2, box.height - 2);
        for (int i = 0; i + 1 < points.size(); i++) {
            assertThat(inner.intersectsLine(new Line2D.Double(points.get(i), points.get(i + 1))))
                    .isFalse();
        }
    }

    private static void labelsAreClear(Layout layout) {
        var labels =
                edges(layout).stream().flatMap(edge -> edge.label().stream()).toList();
        var taken = new ArrayList<>(boxes(layout));
        for (var label : labels) {
            assertThat(taken).noneMatch(label::intersects);
            taken.add(label);
        }
    }

    private static void connected(Layout row) {
        for (int i = 0; i < row.places().size(); i++) {
            int place = i;
            boolean input = row.places().get(i).section() == Elk.INPUT;
            assertThat(row.edges()).anyMatch(edge -> edge.from() == place);
            assertThat(input || row.edges().stream().anyMatch(edge -> edge.to() == place))
                    .isTrue();
            row.places().get(i).inside().ifPresent(LayoutTest::connected);
        }
    }
}
