package layerwise.exercise;

import java.util.Map;
import java.util.stream.Collectors;
import layerwise.view.Printed;
import layerwise.view.Tables;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A row for each chapter: exercises, how many were tried and answered rightly, and answers given.
 *
 * @param scores by exercise
 * @param place where they are kept
 */
public record ProgressTable(Map<String, Score> scores, String place) implements Printed {

    /** Copies the scores. */
    public ProgressTable {
        scores = Map.copyOf(scores);
    }

    private record Row(String chapter, int exercises, long tried, long right, long attempts) {}

    private Row row(String chapter) {
        var ids = Exercises.ofChapter(chapter).stream().map(Exercise::id).toList();
        var done = ids.stream().map(id -> scores.getOrDefault(id, Score.NONE)).toList();
        return new Row(
                chapter,
                ids.size(),
                done.stream().filter(score -> score.attempts() > 0).count(),
                done.stream().filter(score -> score.right() > 0).count(),
                done.stream().mapToLong(Score::attempts).sum());
    }

    /** {@return the table, for sorting and filtering} */
    public Table table() {
        var rows = Exercises.all().stream()
                .map(Exercise::chapter)
                .distinct()
                .map(this::row)
                .toList();
        return Table.create(
                "",
                StringColumn.create("chapter", rows.stream().map(Row::chapter)),
                IntColumn.create(
                        "exercises", rows.stream().mapToInt(Row::exercises).toArray()),
                LongColumn.create("tried", rows.stream().mapToLong(Row::tried).toArray()),
                LongColumn.create("right", rows.stream().mapToLong(Row::right).toArray()),
                LongColumn.create(
                        "attempts", rows.stream().mapToLong(Row::attempts).toArray()));
    }

    private String note() {
        return place + "; nothing leaves this machine";
    }

    @Override
    public String text() {
        return Tables.text(table()) + "\n" + note();
    }

    @Override
    public String html() {
        return Tables.html(table())
                + note().lines().map(Question::escaped).collect(Collectors.joining("<br/>", "\n<p>", "</p>"));
    }

    @Override
    public String toString() {
        return text();
    }
}
