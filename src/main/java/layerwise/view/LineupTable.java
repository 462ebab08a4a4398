package layerwise.view;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import layerwise.analysis.Cost;
import layerwise.analysis.Lineup;
import layerwise.analysis.Saving;
import layerwise.layers.Step;
import layerwise.network.Network;

/**
 * Two networks in print: a row for each step that is not the same in both, and the totals of both.
 *
 * @param lineup what is printed
 */
public record LineupTable(Lineup lineup) implements PrintedTable {

    private static final List<Grid.Column> COLUMNS = List.of(
            new Grid.Column("path", false),
            new Grid.Column("what", false),
            new Grid.Column("before", false),
            new Grid.Column("after", false),
            new Grid.Column("parameters before", true),
            new Grid.Column("parameters after", true),
            new Grid.Column("MACs before", true),
            new Grid.Column("MACs after", true));

    /** {@return {@code before} and {@code after} lined up by path} */
    public static LineupTable of(Network before, Network after) {
        return new LineupTable(Lineup.compare(before, after));
    }

    /** {@return a row a change, and the totals; a column that tells no row from another is left out} */
    @Override
    public Grid grid() {
        return grid(LineupTable::brief).only(this::tells);
    }

    /** {@return the same with all columns and shapes} */
    @Override
    public Records records() {
        return Records.of(grid((row, step) -> layer(step)));
    }

    private Grid grid(BiFunction<Lineup.Row, Optional<Step>, String> layer) {
        var rows = lineup.changes().stream()
                .map(row -> cells(
                        row.path(),
                        word(row.change()),
                        layer.apply(row, row.before()),
                        layer.apply(row, row.after()),
                        row.saving()))
                .toList();
        String title = lineup.before().name() + " → " + lineup.after().name();
        return new Grid(title, COLUMNS, rows, cells("TOTAL", "", "", "", lineup.saving()), note());
    }

    /** What happened is told where not all rows are changed, a count where it is another after than before. */
    private boolean tells(Grid.Column column) {
        return lineup.changes().isEmpty()
                || lineup.changes().stream().anyMatch(row -> switch (column.head()
                        .split(" ")[0]) {
                    case "what" -> row.change() != Lineup.Change.CHANGED;
                    case "parameters" ->
                        row.saving().before().parameters()
                                != row.saving().after().parameters();
                    case "MACs" ->
                        row.saving().before().macs() != row.saving().after().macs();
                    default -> true;
                });
    }

    private static List<String> cells(String path, String what, String before, String after, Saving saving) {
        return List.of(
                path,
                what,
                before,
                after,
                Numbers.grouped(saving.before().parameters()),
                Numbers.grouped(saving.after().parameters()),
                Numbers.grouped(saving.before().macs()),
                Numbers.grouped(saving.after().macs()));
    }

    private static String word(Lineup.Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    /** The shape that a step writes is told where it is not the same before and after. */
    private static String brief(Lineup.Row row, Optional<Step> step) {
        return row.before().map(Step::output).equals(row.after().map(Step::output))
                ? step.map(LineupTable::layer).orElse("")
                : layer(step);
    }

    private static String layer(Optional<Step> step) {
        return step.map(each -> layer(each) + " → " + each.output()).orElse("");
    }

    private static String layer(Step step) {
        return (step.layer().kind() + " " + Portrait.of(step).detail()).strip();
    }

    private String note() {
        int all = lineup.rows().size();
        int changed = lineup.changes().size();
        return changed == 0
                ? "All " + Numbers.counted(all, "step") + " are the same."
                : Numbers.grouped(all - changed) + " of " + Numbers.counted(all, "step")
                        + " are the same and not shown.\nIn all " + more() + ".";
    }

    private String more() {
        var before = lineup.saving().before();
        var after = lineup.saving().after();
        return Numbers.signed(after.parameters() - before.parameters()) + " parameters, "
                + Numbers.signed(after.macs() - before.macs()) + " MACs";
    }

    /** {@return an object with before and after, their totals, the number of steps, and the changes} */
    @Override
    public String json() {
        var object = new JsonObject();
        object.addProperty("before", lineup.before().name());
        object.addProperty("after", lineup.after().name());
        object.addProperty("steps", lineup.rows().size());
        var changes = new JsonArray();
        lineup.changes().forEach(row -> changes.add(change(row)));
        object.add("changes", changes);
        object.add("total_before", cost(lineup.saving().before()));
        object.add("total_after", cost(lineup.saving().after()));
        return Json.of(object);
    }

    private static JsonObject change(Lineup.Row row) {
        var object = new JsonObject();
        object.addProperty("path", row.path());
        object.addProperty("change", word(row.change()));
        row.before().ifPresent(step -> object.add("before", step(step)));
        row.after().ifPresent(step -> object.add("after", step(step)));
        return object;
    }

    private static JsonObject step(Step step) {
        var object = cost(Cost.of(step));
        object.addProperty("layer", layer(step));
        object.addProperty("input", Numbers.ascii(step.input()));
        object.addProperty("output", Numbers.ascii(step.output()));
        return object;
    }

    private static JsonObject cost(Cost cost) {
        var object = new JsonObject();
        object.addProperty("parameters", cost.parameters());
        object.addProperty("macs", cost.macs());
        return object;
    }
}
