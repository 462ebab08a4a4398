package layerwise.view;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerwise.analysis.Departure;
import layerwise.analysis.DesignPattern;
import layerwise.analysis.Patterns;

/**
 * Which design patterns networks keep, and where they break the others: a line for each pattern kept, and for each place
 * where one is broken.
 */
public final class PatternTable implements PrintedTable {
    private static final List<String> HEADS = List.of("network", "pattern", "verdict", "path", "expected", "got");

    private record Entry(String id, Patterns patterns) {}

    private final List<Entry> entries;

    private PatternTable(List<Entry> entries) {
        this.entries = entries;
    }

    /** {@return the table without networks} */
    public static PatternTable empty() {
        return new PatternTable(List.of());
    }

    /** {@return the table of one network under its own name} */
    public static PatternTable of(Patterns patterns) {
        return empty().with(patterns.network().name(), patterns);
    }

    /** {@return the table with one more network, called {@code id}} */
    public PatternTable with(String id, Patterns patterns) {
        return new PatternTable(Stream.concat(entries.stream(), Stream.of(new Entry(id, patterns)))
                .toList());
    }

    /** {@return an array with an object a network, in which each pattern has its rule, its verdict and its departures} */
    @Override
    public String json() {
        var array = new JsonArray();
        entries.stream().map(PatternTable::json).forEach(array::add);
        return Json.of(array);
    }

    /** {@return a row a verdict or a place, with the rules below} */
    @Override
    public Grid grid() {
        var columns = HEADS.stream().map(head -> new Grid.Column(head, false)).toList();
        return new Grid("", columns, rows(), List.of(), note());
    }

    private List<List<String>> rows() {
        return entries.stream()
                .flatMap(entry -> Stream.of(DesignPattern.values()).flatMap(pattern -> rows(entry, pattern)))
                .toList();
    }

    private static Stream<List<String>> rows(Entry entry, DesignPattern pattern) {
        String verdict = word(entry, pattern);
        var departures = entry.patterns().departures(pattern);
        return departures.isEmpty()
                ? Stream.of(List.of(entry.id(), pattern.title(), verdict, "", "", ""))
                : departures.stream()
                        .map(at -> List.of(entry.id(), pattern.title(), verdict, at.path(), at.expected(), at.got()));
    }

    private static String word(Entry entry, DesignPattern pattern) {
        return entry.patterns().verdict(pattern).name().toLowerCase(Locale.ROOT);
    }

    private String note() {
        var grains = entries.stream()
                .map(entry -> entry.patterns().grain().rule())
                .distinct()
                .map(rule -> "looked at: " + rule);
        var rules = Stream.of(DesignPattern.values()).map(pattern -> pattern.title() + ": " + pattern.rule());
        return Stream.concat(grains, rules).collect(Collectors.joining("\n"));
    }

    private static JsonObject json(Entry entry) {
        var object = new JsonObject();
        object.addProperty("network", entry.id());
        object.addProperty("grain", entry.patterns().grain().name().toLowerCase(Locale.ROOT));
        var patterns = new JsonArray();
        for (var pattern : DesignPattern.values()) {
            var judged = new JsonObject();
            judged.addProperty("pattern", pattern.title());
            judged.addProperty("rule", pattern.rule());
            judged.addProperty("verdict", word(entry, pattern));
            judged.add("departures", departures(entry.patterns().departures(pattern)));
            patterns.add(judged);
        }
        object.add("patterns", patterns);
        return object;
    }

    private static JsonArray departures(List<Departure> departures) {
        var array = new JsonArray();
        for (var departure : departures) {
            var object = new JsonObject();
            object.addProperty("path", departure.path());
            object.addProperty("expected", departure.expected());
            object.addProperty("got", departure.got());
            array.add(object);
        }
        return array;
    }
}
