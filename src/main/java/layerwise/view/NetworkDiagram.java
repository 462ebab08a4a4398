package layerwise.view;

import layerwise.analysis.Anatomy;
import layerwise.layers.Given;
import layerwise.network.Network;

/**
 * A network as boxes and arrows from top to bottom: a box a layer with what follows it, a frame around each named part, a
 * shape on each arrow; units that are built alike are drawn once, with their number.
 *
 * @param network what is drawn
 * @param folds whether units that repeat are drawn once
 * @param depth frames around each other that are open; those further in are boxes
 */
public record NetworkDiagram(Network network, boolean folds, int depth) implements Drawing {
    private static final int ALL = Integer.MAX_VALUE;

    /** Refuses a depth below 0. */
    public NetworkDiagram {
        Given.value(network, "the network of a diagram");
        if (depth < 0) {
            throw new IllegalArgumentException("a diagram of " + network.name()
                    + ": expected a depth of at least 0, which shows parts as boxes, got " + depth);
        }
    }

    /** Draws {@code network} with repeats folded and everything else open. */
    public NetworkDiagram(Network network) {
        this(network, true, ALL);
    }

    /** {@return the same with each unit drawn, however many are alike} */
    public NetworkDiagram unfolded() {
        return new NetworkDiagram(network, false, depth);
    }

    /**
     * {@return the same with {@code depth} frames around each other open: 0 for a box a part, 1 for the units of each stage}
     *
     * @throws IllegalArgumentException if {@code depth} is negative
     */
    public NetworkDiagram depth(int depth) {
        return new NetworkDiagram(network, folds, depth);
    }

    /** {@return what stands for what: the sections of the network that are boxes and frames here} */
    public Anatomy anatomy() {
        var whole = Anatomy.of(network);
        return (folds ? whole.folded() : whole).depth(depth);
    }

    @Override
    public String title() {
        return network.name() + ": a diagram";
    }

    DiagramDrawing drawing() {
        return new DiagramDrawing(network, anatomy());
    }

    /** {@return the drawing; a reader who points at a box sees its counts written out, (5·5·1 + 1)·6 = 156} */
    @Override
    public Svg svg() {
        return drawing().svg(Style.light());
    }

    /**
     * {@return the drawing with a script by which parts open and shut, boxes explain themselves and mark their row in the
     * cost table of the same network}
     *
     * <p>Where scripts are taken out it is an image of the same drawing.
     */
    @Override
    public String html() {
        return Interactive.diagram(drawing().svg(Style.either()), title());
    }

    /** {@return an outline: a line a box with what it reads and writes, and below it its steps with their counts} */
    @Override
    public String text() {
        return new DiagramText(network, anatomy()).text();
    }
}
