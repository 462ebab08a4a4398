package layerwise.view;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.analysis.Cost;
import layerwise.network.Head;
import layerwise.network.Network;

/**
 * An auxiliary head in a diagram: a dashed box beside what leaves the part that it reads, since it works in training only.
 *
 * @param network the head as a network of its own
 * @param head its place and its weight in the loss
 * @param box its border
 * @param from where it branches off
 */
record HeadBox(Network network, Head head, Rectangle box, Point from) {
    private static final int BESIDE = 22;
    private static final int BELOW = 6;
    private static final int LINE = 13;
    private static final int HEIGHT = 9 + 3 * LINE;
    private static final double LETTER = 6.1;

    /** {@return the heads of {@code network}, each right of all that stands at its height} */
    static List<HeadBox> beside(Layout layout, Network network) {
        var graph = network.graph();
        var bodies = network.headNetworks();
        var heads = new ArrayList<HeadBox>();
        for (int i = 0; i < bodies.size(); i++) {
            var head = network.heads().get(i);
            int read = IntStream.range(0, graph.nodes().size())
                    .filter(node -> (graph.nodes().get(node).path() + "/").startsWith(head.after() + "/"))
                    .max()
                    .orElseThrow();
            var from = leaves(layout, read);
            heads.add(new HeadBox(bodies.get(i), head, box(layout, heads, bodies.get(i), from), from));
        }
        return heads;
    }

    /** Where an arrow leaves the section in which a node is, a little below it. */
    private static Point leaves(Layout layout, int node) {
        return IntStream.range(0, layout.places().size())
                .filter(i -> layout.places().get(i).section().end() > node)
                .boxed()
                .flatMap(i -> layout.edges().stream().filter(edge -> edge.from() == i))
                .map(edge -> edge.points().get(0))
                .map(point -> new Point(point.x, point.y + BELOW))
                .findFirst()
                .orElseThrow();
    }

    /** {@return pixels that the heads of {@code network} need below and beside what they read} */
    static Dimension room(Network network) {
        int widest =
                network.headNetworks().stream().mapToInt(HeadBox::width).max().orElse(0);
        return widest == 0 ? new Dimension() : new Dimension(BESIDE + widest, BELOW + HEIGHT);
    }

    private static int width(Network body) {
        return (int) Math.ceil(
                        LETTER * lines(body).mapToInt(String::length).max().orElse(0))
                + 14;
    }

    /** The nearest place to the right where nothing else stands. */
    private static Rectangle box(Layout layout, List<HeadBox> before, Network body, Point from) {
        var box = new Rectangle(from.x + BESIDE, from.y - BELOW / 2, width(body), HEIGHT);
        var taken = Stream.of(
                        layout.places().stream().map(Layout.Place::box),
                        layout.edges().stream().flatMap(edge -> edge.label().stream()),
                        before.stream().map(HeadBox::box))
                .flatMap(boxes -> boxes)
                .sorted(Comparator.comparingInt(other -> other.x + other.width))
                .toList();
        for (var other : taken) {
            if (other.intersects(box)) {
                box.x = other.x + other.width + BESIDE;
            }
        }
        return box;
    }

    private static Stream<String> lines(Network body) {
        return Stream.of(
                body.name().substring(body.name().lastIndexOf('/') + 1) + ", in training",
                body.steps().stream()
                        .filter(step -> Portrait.of(step).family().works())
                        .map(step -> step.layer().kind())
                        .collect(Collectors.joining(", ")),
                Numbers.counted(Cost.of(body).parameters(), "parameter"));
    }

    /** {@return what it reads, what it costs, and its part of the loss, in one line} */
    static String explanation(Head head, Network network) {
        return head.name() + " reads " + head.after() + ", in training only: " + network.input() + " → "
                + network.output() + ", " + Numbers.counted(Cost.of(network).parameters(), "parameter")
                + "; its loss is multiplied by " + head.weight();
    }

    void draw(SvgWriter writer) {
        writer.open("class='b aux'", explanation(head, network));
        writer.across(from, box.x);
        writer.box(box, "rx='5'");
        int x = box.x + box.width / 2;
        int y = box.y + 4;
        String mark = "class='n'";
        for (String line : lines(network).toList()) {
            y += LINE;
            writer.text(x, y, mark, line);
            mark = "";
        }
        writer.close();
    }
}
