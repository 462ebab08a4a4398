package layerwise.view;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import layerwise.analysis.Anatomy;
import layerwise.analysis.Section;
import layerwise.analysis.Section.Cell;
import layerwise.analysis.Section.Unit;
import layerwise.network.Graph;
import layerwise.view.Layout.Edge;
import layerwise.view.Layout.Place;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.EdgeLabelSideSelection;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkConnectableShape;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Has ELK lay out each row of sections by its layered method, the innermost first: a unit that is laid out is a box of its
 * size in the row where it stands.
 *
 * @param anatomy whose sections they are
 * @param size of a box, or of the heading of a unit
 * @param labelWidth of the shape that node i writes
 */
record Elk(Anatomy anatomy, Function<Section, Dimension> size, IntFunction<Integer> labelWidth) {

    /** What the network reads: a box like others, so that an edge with a shape leaves it. */
    static final Cell INPUT = new Cell("input", Graph.INPUT, 0);
    /** Between the border of a unit and what is in it. */
    static final int PADDING = 10;

    static final int LABEL_HEIGHT = 13;
    private static final String SHAPE = "shape"; // ELK passes over labels without letters
    private static final int BETWEEN_LAYERS = 12;
    private static final int BESIDE = 14;
    private static final int FAR = 40;

    static {
        LayoutMetaDataService.getInstance(); // tells ELK how values of its options are copied
    }

    /** {@return the whole network, from its input to the arrow that leaves its last box} */
    Layout layout() {
        var sections = new ArrayList<Section>();
        sections.add(INPUT);
        sections.addAll(anatomy.sections());
        int last = anatomy.graph().nodes().size() - 1;
        return new Row(sections, Graph.INPUT - 1, last).layout();
    }

    /** One ELK graph: sections beside and below each other, where {@code entry} flows in and {@code exit} out. */
    private final class Row {
        private final List<Section> sections;
        private final int entry;
        private final ElkNode root = ElkGraphUtil.createGraph();
        private final List<ElkNode> nodes = new ArrayList<>();
        private final List<Optional<Layout>> insides = new ArrayList<>();
        private final List<Wire> wires = new ArrayList<>();

        /** An edge that ELK lays out, and what it stands for. */
        private record Wire(int from, int to, int source, ElkEdge edge) {}

        Row(List<Section> sections, int entry, int exit) {
            this.sections = sections;
            this.entry = entry;
            configure();
            sections.forEach(this::add);
            var in = gate(LayerConstraint.FIRST_SEPARATE);
            for (int to = 0; to < sections.size(); to++) {
                for (int source : sources(sections.get(to))) {
                    connect(writer(source), to, source, in);
                }
            }
            connect(writer(exit), Layout.OUTSIDE, exit, gate(LayerConstraint.LAST_SEPARATE));
            if (entry < Graph.INPUT) {
                root.getChildren().remove(in);
            }
        }

        private List<Integer> sources(Section section) {
            return section == INPUT ? List.of() : anatomy.sources(section);
        }

        private void configure() {
            root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
            root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
            root.setProperty(LayeredOptions.MERGE_EDGES, true);
            root.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.BALANCED);
            root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
            root.setProperty(LayeredOptions.CROSSING_MINIMIZATION_FORCE_NODE_MODEL_ORDER, true);
            root.setProperty(LayeredOptions.EDGE_LABELS_SIDE_SELECTION, EdgeLabelSideSelection.ALWAYS_UP);
            root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 2.0);
            root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
            root.setProperty(LayeredOptions.SPACING_NODE_NODE, (double) BESIDE);
            root.setProperty(LayeredOptions.SPACING_EDGE_NODE, (double) BESIDE);
            root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, (double) BETWEEN_LAYERS);
            root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, (double) BETWEEN_LAYERS);
        }

        private void add(Section section) {
            var inside = section instanceof Unit unit && !unit.shut()
                    ? Optional.of(new Row(unit.sections(), anatomy.read(unit), unit.endOfFirst() - 1).layout())
                    : Optional.<Layout>empty();
            var extent = inside.map(layout -> framed(section, layout)).orElseGet(() -> size.apply(section));
            var node = ElkGraphUtil.createNode(root);
            node.setDimensions(extent.width, extent.height);
            nodes.add(node);
            insides.add(inside);
        }

        private Dimension framed(Section section, Layout inside) {
            var heading = size.apply(section);
            return new Dimension(
                    Math.max(heading.width, inside.width() + 2 * Math.abs(off(inside)) + 2 * PADDING),
                    heading.height + inside.height() + PADDING);
        }

        /** How far what is inside is moved to the left, so that what leads in or out runs down the middle. */
        private static int off(Layout inside) {
            int in = inside.gate(true) - inside.width() / 2;
            int out = inside.gate(false) - inside.width() / 2;
            int least = Math.abs(in) < Math.abs(out) ? in : out;
            return Math.abs(least) > FAR ? 0 : least;
        }

        private ElkNode gate(LayerConstraint where) {
            var gate = ElkGraphUtil.createNode(root);
            gate.setDimensions(2, 1);
            gate.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, where);
            return gate;
        }

        /** {@return which section writes what node {@code source} writes} */
        private int writer(int source) {
            for (int i = 0; i < sections.size(); i++) {
                if (sections.get(i).end() - 1 == source) {
                    return i;
                }
            }
            return Layout.OUTSIDE;
        }

        private void connect(int from, int to, int source, ElkNode gate) {
            var edge = ElkGraphUtil.createSimpleEdge(
                    from == Layout.OUTSIDE ? gate : end(from, PortSide.SOUTH),
                    to == Layout.OUTSIDE ? gate : end(to, PortSide.NORTH));
            if (from != Layout.OUTSIDE && (to != Layout.OUTSIDE || entry < Graph.INPUT)) {
                var label = ElkGraphUtil.createLabel(SHAPE, edge);
                label.setDimensions(labelWidth.apply(source), LABEL_HEIGHT);
            }
            wires.add(new Wire(from, to, source, edge));
        }

        /** Edges of a unit lead to where those inside it begin and end. */
        private ElkConnectableShape end(int section, PortSide side) {
            var node = nodes.get(section);
            if (insides.get(section).isEmpty()) {
                return node;
            }
            node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
            return node.getPorts().stream()
                    .filter(port -> port.getProperty(LayeredOptions.PORT_SIDE) == side)
                    .findFirst()
                    .orElseGet(() -> port(section, side));
        }

        private ElkPort port(int section, PortSide side) {
            var node = nodes.get(section);
            var port = ElkGraphUtil.createPort(node);
            port.setProperty(LayeredOptions.PORT_SIDE, side);
            port.setLocation((int) node.getWidth() / 2, side == PortSide.NORTH ? 0 : node.getHeight());
            return port;
        }

        /** Where what is in a unit begins. */
        private int left(int section) {
            var inside = insides.get(section).orElseThrow();
            return ((int) nodes.get(section).getWidth() - inside.width()) / 2 - off(inside);
        }

        Layout layout() {
            new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
            var places = new ArrayList<Place>();
            for (int i = 0; i < sections.size(); i++) {
                places.add(place(i));
            }
            return new Layout(
                    whole(root.getWidth()),
                    whole(root.getHeight()),
                    places,
                    wires.stream().map(this::edge).toList());
        }

        private Place place(int i) {
            var node = nodes.get(i);
            var box = new Rectangle(
                    whole(node.getX()), whole(node.getY()), whole(node.getWidth()), whole(node.getHeight()));
            int heading = size.apply(sections.get(i)).height;
            return new Place(
                    sections.get(i),
                    box,
                    insides.get(i)
                            .map(inside -> inside.moved(box.x + left(i), box.y + heading)
                                    .framed(box, heading, PADDING)));
        }

        private Edge edge(Wire wire) {
            return new Edge(
                    wire.from(),
                    wire.to(),
                    wire.source(),
                    points(wire.edge().getSections().get(0)),
                    wire.edge().getLabels().stream()
                            .map(label -> new Rectangle(
                                    whole(label.getX()),
                                    whole(label.getY()),
                                    whole(label.getWidth()),
                                    whole(label.getHeight())))
                            .findFirst());
        }

        private static List<Point> points(ElkEdgeSection section) {
            var bends = section.getBendPoints().stream().map(bend -> point(bend.getX(), bend.getY()));
            return Stream.of(
                            Stream.of(point(section.getStartX(), section.getStartY())),
                            bends,
                            Stream.of(point(section.getEndX(), section.getEndY())))
                    .flatMap(points -> points)
                    .toList();
        }

        private static Point point(double x, double y) {
            return new Point(whole(x), whole(y));
        }

        private static int whole(double pixels) {
            return (int) Math.round(pixels);
        }
    }
}
