package layerwise.view;

import java.util.List;
import java.util.stream.Stream;
import layerwise.train.RunRecord;

/** A row a recorded training: name, network, images, epochs, seed, test accuracy. */
public final class RecordList implements Printed {
    private static final List<Grid.Column> COLUMNS = List.of(
            new Grid.Column("record", false),
            new Grid.Column("network", false),
            new Grid.Column("images", false),
            new Grid.Column("learned from", true),
            new Grid.Column("epochs", true),
            new Grid.Column("seed", true),
            new Grid.Column("test accuracy", true));

    private final List<List<String>> rows;

    private RecordList(List<List<String>> rows) {
        this.rows = rows;
    }

    /** {@return the list without rows} */
    public static RecordList empty() {
        return new RecordList(List.of());
    }

    /** {@return the list with one more record, called {@code name}} */
    public RecordList with(String name, RunRecord record) {
        return with(List.of(
                name,
                record.network().name(),
                record.data().train().name(),
                Numbers.grouped(record.data().train().size()),
                Numbers.grouped(record.history().epochs().size()),
                "" + record.recipe().seed(),
                Numbers.percent(record.accuracy())));
    }

    /** {@return the list with one more name, whose record cannot be read, and why} */
    public RecordList withUnreadable(String name, String why) {
        return with(List.of(name, why, "", "", "", "", ""));
    }

    private RecordList with(List<String> row) {
        return new RecordList(Stream.concat(rows.stream(), Stream.of(row)).toList());
    }

    @Override
    public String text() {
        return PlainText.of(grid());
    }

    @Override
    public String html() {
        return Html.of(grid());
    }

    private Grid grid() {
        return new Grid("", COLUMNS, rows, List.of(), rows.isEmpty() ? "no records" : "");
    }
}
