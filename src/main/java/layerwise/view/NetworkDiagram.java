package layerwise.view;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Collectors;
import layerwise.network.Network;
import layerwise.view.SvgWriter.Anchor;

/**
 * A network as boxes and arrows from top to bottom: a box a named part, with its steps and trained numbers, and the
 * shape that flows on each arrow; beside a chain, its volumes.
 *
 * @param network what is drawn
 */
public record NetworkDiagram(Network network) implements Picture {

    /** {@return the drawing; a reader who points at a box sees its counts written out, (5·5·1 + 1)·6 = 156} */
    public Svg svg() {
        var boxes = Box.of(network.graph());
        var placement = new Placement(boxes);
        var writer = new SvgWriter();
        title(writer, placement, boxes);
        new Arrows(writer, placement, boxes).draw();
        var parts = new Parts(writer, placement);
        for (int number = 0; number < boxes.size(); number++) {
            parts.draw(boxes.get(number), number);
        }
        if (placement.chain()) {
            new Volumes(writer, placement, boxes).draw();
        }
        return writer.drawing(placement.width(), placement.height(), label(boxes));
    }

    /** {@return the drawing in pixels, as wide as the SVG} */
    @Override
    public BufferedImage image() {
        var drawn = svg().image();
        return Sheet.painted(drawn.getWidth(), drawn.getHeight(), paper -> paper.drawImage(drawn, 0, 0, null));
    }

    private static String parameters(List<Box> boxes) {
        return Numbers.counted(boxes.stream().mapToLong(Box::parameters).sum(), "parameter");
    }

    private String label(List<Box> boxes) {
        return network.name() + ": a diagram of " + (boxes.size() - 1) + " parts from " + network.input() + " to "
                + network.output() + ", " + parameters(boxes);
    }

    private void title(SvgWriter writer, Placement placement, List<Box> boxes) {
        writer.bold(Placement.MARGIN, 24, Anchor.START, 15, SvgWriter.DARK, network.name());
        int end = placement.width() - Placement.MARGIN;
        writer.text(end, 24, Anchor.END, 12, SvgWriter.SOFT, parameters(boxes));
    }

    /** {@return an outline: a line a part with what it reads and writes, and below it its steps with their counts} */
    @Override
    public String text() {
        var boxes = Box.of(network.graph());
        String head = network.name() + ", input " + network.input() + ", " + parameters(boxes) + "\n";
        return boxes.stream().skip(1).map(box -> outline(boxes, box)).collect(Collectors.joining("\n", head, ""));
    }

    private static String outline(List<Box> boxes, Box box) {
        String from =
                box.inputs().stream().map(input -> boxes.get(input).path()).collect(Collectors.joining(", "));
        String head = "  " + box.path() + " reads " + from + " → " + box.output();
        return box.steps().isEmpty()
                ? head
                : head + "\n" + box.explanation().indent(4).stripTrailing();
    }
}
