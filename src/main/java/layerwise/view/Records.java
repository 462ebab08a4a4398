package layerwise.view;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows for machines: numbers plain, shapes as 6x28x28, the same names in CSV and JSON.
 *
 * @param names of the cells of a row
 * @param rows numbers and strings, one for each name; an empty string is left out of JSON
 */
record Records(List<String> names, List<List<Object>> rows) {
    /** {@return a head and a record a row, quoted as in RFC 4180, line ends LF alone} */
    String csv() {
        return Stream.concat(Stream.of(names), rows.stream())
                .map(row -> row.stream()
                        .map(cell -> SummaryCsv.cell(cell.toString()))
                        .collect(Collectors.joining(",")))
                .map(record -> record + "\n")
                .collect(Collectors.joining());
    }

    /** {@return an array with an object a row} */
    String json() {
        var array = new JsonArray();
        rows.forEach(row -> array.add(object(row)));
        return Json.of(array);
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
