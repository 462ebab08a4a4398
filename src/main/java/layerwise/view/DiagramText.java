package layerwise.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.analysis.Anatomy;
import layerwise.analysis.Section;
import layerwise.analysis.Section.Unit;
import layerwise.layers.Step;
import layerwise.network.Graph;
import layerwise.network.Network;

/**
 * A diagram in words: a line a box or frame, further in the deeper it stands.
 *
 * @param network what is drawn
 * @param anatomy its boxes and frames
 */
record DiagramText(Network network, Anatomy anatomy) {

    String text() {
        long parameters =
                anatomy.graph().steps().stream().mapToLong(Step::parameters).sum();
        String head = network.name() + ", input " + network.input() + ", " + Numbers.counted(parameters, "parameter");
        var heads = network.headNetworks();
        var auxiliary = IntStream.range(0, heads.size())
                .mapToObj(i -> "  head " + HeadBox.explanation(network.heads().get(i), heads.get(i)));
        return Stream.of(Stream.of(head), lines(anatomy.sections(), Graph.INPUT, "  "), auxiliary)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> lines(List<Section> row, int entry, String indent) {
        return row.stream().flatMap(section -> {
            String reads = reads(row, section, entry);
            return section instanceof Unit unit && !unit.shut()
                    ? Stream.concat(
                            Stream.of(indent + DiagramDrawing.heading(unit) + reads + ", " + shapes(unit)),
                            lines(unit.sections(), anatomy.read(unit), indent + "  "))
                    : Stream.of((DiagramDrawing.last(section.path()) + reads + ": " + what(section))
                            .indent(indent.length())
                            .stripTrailing());
        });
    }

    private String shapes(Unit unit) {
        String words = Caption.explanation(anatomy.graph(), unit);
        return words.substring(words.indexOf(": ") + 2);
    }

    private String what(Section section) {
        var graph = anatomy.graph();
        String words = section instanceof Unit unit
                ? String.join(", ", Caption.of(graph, unit, "").lines()) + ", " + shapes(unit)
                : Caption.of(graph, section, "").explanation();
        return words.substring(section instanceof Unit ? 0 : words.indexOf(": ") + 2)
                .replace("\n", "\n  ");
    }

    /** What a section reads, where it is not just what the one before it writes. */
    private String reads(List<Section> row, Section section, int entry) {
        int before = row.indexOf(section) == 0
                ? entry
                : row.get(row.indexOf(section) - 1).end() - 1;
        var sources = anatomy.sources(section);
        return sources.equals(List.of(before))
                ? ""
                : " reads "
                        + sources.stream()
                                .map(source -> source == entry ? "input" : writer(row, source))
                                .collect(Collectors.joining(", "));
    }

    private static String writer(List<Section> row, int source) {
        return row.stream()
                .filter(section -> section.end() - 1 == source)
                .map(section -> DiagramDrawing.last(section.path()))
                .findFirst()
                .orElseThrow();
    }
}
