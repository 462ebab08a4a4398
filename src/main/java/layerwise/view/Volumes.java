package layerwise.view;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import layerwise.analysis.Anatomy;
import layerwise.analysis.Section;
import layerwise.layers.Given;
import layerwise.layers.Shape;
import layerwise.network.Graph;
import layerwise.network.Network;

/**
 * What each part of a network writes, from left to right, as LeCun et al. 1998 draw it in figure 2: maps one behind the
 * other, as large as the map is beside the largest; beyond {@value #MOST} maps no more are drawn, and a vector is a bar.
 *
 * @param network what is drawn
 */
public record Volumes(Network network) implements Drawing {
    static final int MOST = 16;
    private static final int LARGEST = 72;
    private static final int SMALLEST = 4;
    private static final int STEP = 3;
    private static final int BAR = 9;
    private static final int GAP = 9;
    private static final int MARGIN = 14;
    private static final int TITLE = 40;
    private static final int LINE = 13;
    private static final int ROW = LARGEST + STEP * MOST + 3 * LINE + GAP;
    private static final double LETTER = 6.6;

    /** Refuses nothing to draw. */
    public Volumes {
        Given.value(network, "the network whose volumes are drawn");
    }

    /** What is written somewhere: its name, how it came about, its colour. */
    private record Volume(String name, String how, Family family, Shape shape) {

        boolean vector() {
            return shape.area() == 1;
        }

        int sheets() {
            return vector() ? 1 : Math.min(MOST, shape.channels());
        }

        /** The maps of a figure as its caption has them, 6@28×28. */
        String caption() {
            return vector() ? "" + shape.channels() : shape.channels() + "@" + shape.height() + "×" + shape.width();
        }
    }

    private List<Volume> all() {
        var anatomy = Anatomy.of(network).depth(0);
        var volumes = new ArrayList<Volume>();
        volumes.add(new Volume("input", "", Family.INPUT, network.input()));
        for (Section section : anatomy.sections()) {
            var caption = Caption.of(anatomy.graph(), section, "");
            var volume = volume(anatomy.graph(), section, caption);
            if (section instanceof Section.Unit
                    || caption.family().works()
                    || !volume.shape().equals(volumes.get(volumes.size() - 1).shape())) {
                volumes.add(volume);
            }
        }
        return volumes;
    }

    private static Volume volume(Graph graph, Section section, Caption caption) {
        String how = caption.lines().isEmpty() ? "" : caption.lines().get(0);
        return new Volume(caption.name(), how.replaceAll(", .*", ""), caption.family(), graph.shape(section.end() - 1));
    }

    @Override
    public String title() {
        return network.name() + ": its volumes from " + network.input() + " to " + network.output();
    }

    /** {@return the drawing, in as many rows as it needs} */
    @Override
    public Svg svg() {
        var writer = new SvgWriter();
        writer.text(MARGIN, 22, "class='title'", network.name());
        int x = MARGIN;
        int top = TITLE;
        int widest = 240;
        for (Volume volume : all()) {
            int width = width(volume);
            if (x > MARGIN && x + width > Sheet.WIDEST - MARGIN) {
                x = MARGIN;
                top += ROW;
            }
            draw(writer, volume, x, top, width);
            x += width + GAP;
            widest = Math.max(widest, x);
        }
        return writer.drawing("", widest, top + ROW, title(), Style.light());
    }

    private int width(Volume volume) {
        int letters = Math.max(
                Math.max(volume.name().length(), volume.caption().length()),
                volume.how().length());
        int sheets = side(volume, volume.shape().width()) + STEP * (volume.sheets() - 1);
        return Math.max(sheets, (int) Math.ceil(letters * LETTER));
    }

    /** Of all maps but the first only the upper and the right edge are seen. */
    private void draw(SvgWriter writer, Volume volume, int x, int top, int width) {
        int sideways = side(volume, volume.shape().width());
        int high = volume.vector() ? bar(volume) : side(volume, volume.shape().height());
        int back = STEP * (volume.sheets() - 1);
        int left = x + (width - sideways - back) / 2;
        int ground = top + (LARGEST + STEP * MOST + high + back) / 2 - high;
        writer.open("class='b " + volume.family().word() + "'", volume.name() + " writes " + volume.shape());
        var front = new Rectangle(left, ground, sideways, high);
        writer.behind(front, STEP, volume.sheets() - 1);
        writer.box(front, "");
        int text = top + LARGEST + STEP * MOST + LINE;
        writer.text(x + width / 2, text, "class='n'", volume.name());
        writer.text(x + width / 2, text + LINE, "", volume.caption());
        writer.text(x + width / 2, text + 2 * LINE, "class='soft'", volume.how());
        writer.close();
    }

    /** A bar for a vector grows with the logarithm of its length. */
    private static int bar(Volume volume) {
        return (int) Math.round(8 * (1 + Math.log(volume.shape().channels())));
    }

    private int side(Volume volume, int length) {
        if (volume.vector()) {
            return BAR;
        }
        int largest = Math.max(network.input().height(), network.input().width());
        return Math.max(SMALLEST, LARGEST * Math.min(length, largest) / largest);
    }

    /** {@return a line a volume: its name, what made it, its maps} */
    @Override
    public String text() {
        return all().stream()
                .map(volume -> volume.name() + " " + volume.caption()
                        + (volume.how().isEmpty() ? "" : " (" + volume.how() + ")"))
                .collect(Collectors.joining("\n", network.name() + "\n", ""));
    }
}
