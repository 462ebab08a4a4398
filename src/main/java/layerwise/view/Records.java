package layerwise.view;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows for machines: numbers plain, the same names in CSV and JSON.
 *
 * @param names of the cells of a row
 * @param rows numbers and strings, one for each name; an empty string is left out of JSON
 */
public record Records(List<String> names, List<List<Object>> rows) {

    /** Copies the lists. */
    public Records {
        names = List.copyOf(names);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** {@return the rows of {@code grid} and its total, heads as words_with_lines, numbers without thousands set apart} */
    public static Records of(Grid grid) {
        var names = grid.columns().stream().map(column -> name(column.head())).toList();
        return new Records(
                names, grid.allRows().stream().map(row -> values(grid, row)).toList());
    }

    private static String name(String head) {
        return head.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}]+", "_");
    }

    private static List<Object> values(Grid grid, List<String> row) {
        return IntStream.range(0, row.size())
                .<Object>mapToObj(i -> grid.columns().get(i).number() ? number(row.get(i)) : row.get(i))
                .toList();
    }

    /** A number as it is printed, 60,000 or −1, or the text where there is more to it than a number. */
    private static Object number(String text) {
        try {
            return new BigDecimal(text.replace(",", "").replace('−', '-'));
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** {@return a head and a record a row, quoted as in RFC 4180, line ends LF alone} */
    public String csv() {
        return Stream.concat(Stream.of(names), rows.stream())
                .map(row -> row.stream().map(Records::cell).collect(Collectors.joining(",", "", "\n")))
                .collect(Collectors.joining());
    }

    private static String cell(Object value) {
        String text = value.toString();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** {@return an array with an object a row} */
    public String json() {
        return Json.of(array());
    }

    JsonArray array() {
        var array = new JsonArray();
        rows.forEach(row -> array.add(object(row)));
        return array;
    }

    private JsonObject object(List<Object> row) {
        var object = new JsonObject();
        for (int i = 0; i < names.size(); i++) {
            if (row.get(i) instanceof Number number) {
                object.addProperty(names.get(i), number);
            } else if (!row.get(i).toString().isEmpty()) {
                object.addProperty(names.get(i), row.get(i).toString());
            }
        }
        return object;
    }
}
