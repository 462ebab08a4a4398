package layerwise.view;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerwise.analysis.Convention;
import layerwise.analysis.Convention.Topic;
import layerwise.analysis.Explanation;
import layerwise.analysis.Fit;
import layerwise.analysis.Quoted.Unit;
import layerwise.analysis.Reconciliation;
import layerwise.network.Network;

/**
 * A printed number with the conventions that yield it, or with those that come nearest.
 *
 * @param reconciliation what is printed
 */
public record ReconciliationTable(Reconciliation reconciliation) implements PrintedTable {

    /** Explanations that are shown; machines get all. */
    private static final int SHOWN = 5;

    private static final List<Grid.Column> COLUMNS = List.of(
            new Grid.Column("ours", true),
            new Grid.Column("off by", true),
            new Grid.Column("fits", false),
            new Grid.Column("what is counted", false),
            new Grid.Column("as counted by", false));

    /** {@return the likeliest explanation first, and how many combinations were tried} */
    @Override
    public Grid grid() {
        return grid(SHOWN);
    }

    /** {@return every explanation, also those that are not shown} */
    @Override
    public Records records() {
        return Records.of(grid(Long.MAX_VALUE));
    }

    private Grid grid(long most) {
        var rows = rows().limit(most).map(this::cells).toList();
        return new Grid(title(), COLUMNS, rows, List.of(), note());
    }

    private Stream<Explanation> rows() {
        return Stream.concat(reconciliation.explanations().stream(), reconciliation.nearest().stream());
    }

    private String title() {
        return names(" / ") + ": " + reconciliation.quoted().text();
    }

    private String names(String between) {
        return reconciliation.networks().stream().map(Network::name).collect(Collectors.joining(between));
    }

    private List<String> cells(Explanation explanation) {
        return List.of(
                count(explanation),
                String.format(Locale.ROOT, "%+.2f %%", 100 * explanation.error())
                        .replace('-', '−'),
                explanation.fit().map(ReconciliationTable::fit).orElse("no"),
                counted(explanation),
                words(explanation.departures().stream().map(Convention::usedBy)));
    }

    private static String count(Explanation explanation) {
        var counts = explanation.counts();
        return counts.size() == 1
                ? Numbers.grouped(counts.get(0))
                : String.format(Locale.ROOT, "%.2f = ", explanation.value())
                        + counts.stream().map(Numbers::grouped).collect(Collectors.joining(" / "));
    }

    private static String fit(Fit fit) {
        return switch (fit) {
            case EXACT -> "exactly";
            case ROUNDED -> "to its digits";
            case ROUND_NUMBER -> "as a round number";
            case WITH_STRUCTURE -> "with names and structure";
        };
    }

    private String counted(Explanation explanation) {
        var plain = explanation.counting().in(Topic.OPERATION).isPresent() ? Stream.<String>empty() : Stream.of(unit());
        return words(Stream.concat(plain, explanation.departures().stream().map(Convention::term)));
    }

    private String unit() {
        return switch (reconciliation.quantity()) {
            case PARAMETERS -> "trained numbers";
            case OPERATIONS -> reconciliation.quoted().unit() == Unit.FLOPS ? "MACs, called FLOPs there" : "MACs";
            case BYTES -> "single precision";
        };
    }

    private static String words(Stream<String> words) {
        return words.collect(Collectors.joining("; "));
    }

    private String note() {
        int found = reconciliation.explanations().size();
        String tried = Numbers.grouped(reconciliation.tried()) + " combinations of at most " + Reconciliation.MOST
                + " conventions were tried; ";
        if (found == 0) {
            return tried + "none yields it, these come nearest.";
        }
        return tried
                + (found == 1 ? "this one yields it" : found + " yield it")
                + (found > SHOWN ? ", of which the likeliest are shown." : ".");
    }

    /** {@return an object with networks, quoted, quantity, found, tried, explanations and nearest} */
    @Override
    public String json() {
        var object = new JsonObject();
        var networks = new JsonArray();
        reconciliation.networks().forEach(network -> networks.add(network.name()));
        object.add("networks", networks);
        object.addProperty("quoted", reconciliation.quoted().text());
        object.addProperty("quantity", reconciliation.quantity().name().toLowerCase(Locale.ROOT));
        object.addProperty("found", reconciliation.found());
        object.addProperty("tried", reconciliation.tried());
        object.add("explanations", array(reconciliation.explanations()));
        object.add("nearest", array(reconciliation.nearest()));
        return Json.of(object);
    }

    private static JsonArray array(List<Explanation> explanations) {
        var array = new JsonArray();
        explanations.forEach(explanation -> array.add(object(explanation)));
        return array;
    }

    private static JsonObject object(Explanation explanation) {
        var object = new JsonObject();
        var counts = new JsonArray();
        explanation.counts().forEach(counts::add);
        object.add("counts", counts);
        object.addProperty("error", explanation.error());
        explanation.fit().ifPresent(fit -> object.addProperty("fit", fit.name().toLowerCase(Locale.ROOT)));
        var conventions = new JsonArray();
        explanation.departures().forEach(each -> conventions.add(each.name().toLowerCase(Locale.ROOT)));
        object.add("conventions", conventions);
        return object;
    }
}
