package layerwise.kernel;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.BaseStream;
import java.util.stream.IntStream;

/** What the kernel knows to show by itself: the types of the JDK, and records. */
final class Looks {
    private static final int ROWS = 50;
    private static final int SIDE = 20;
    private static final int CELL = 200;
    private static final int FRAMES = 8;

    private final Renderers renderers;

    private Looks(Renderers renderers) {
        this.renderers = renderers;
    }

    /** {@return the same renderers, with the looks of the JDK's types} */
    static Renderers register(Renderers renderers) {
        Looks looks = new Looks(renderers);
        renderers.otherwise(Object[].class, Looks::array);
        renderers.otherwise(Record.class, Looks::record);
        renderers.otherwise(Collection.class, Looks::collection);
        renderers.otherwise(Map.class, Looks::map);
        renderers.otherwise(Optional.class, looks::optional);
        renderers.otherwise(Duration.class, duration -> MimeBundle.text(text(duration)));
        renderers.otherwise(Throwable.class, thrown -> MimeBundle.text(text(thrown)));
        renderers.otherwise(BaseStream.class, Looks::stream);
        return Pictures.register(renderers);
    }

    private static MimeBundle map(Map<?, ?> map) {
        MimeBundle text = MimeBundle.text(Text.of(map));
        if (map.isEmpty()) {
            return text;
        }
        var rows = map.entrySet().stream()
                .limit(ROWS)
                .map(entry -> List.of(cell(entry.getKey()), cell(entry.getValue())))
                .toList();
        return text.html(Markup.table(List.of("key", "value"), rows, cut(map.size(), "entries")));
    }

    /** Records of one kind are the rows of a table; other elements are clearer in a line. */
    private static MimeBundle collection(Collection<?> many) {
        MimeBundle text = MimeBundle.text(Text.of(many));
        var kinds = many.stream()
                .limit(ROWS)
                .map(each -> each == null ? Void.class : each.getClass())
                .distinct()
                .limit(2)
                .toList();
        if (kinds.size() != 1
                || !kinds.get(0).isRecord()
                || !plain(many.iterator().next())) {
            return text;
        }
        var heads =
                components(kinds.get(0)).stream().map(RecordComponent::getName).toList();
        var rows = many.stream().limit(ROWS).map(Looks::cells).toList();
        return text.html(Markup.table(heads, rows, cut(many.size(), "rows")));
    }

    private static MimeBundle record(Record record) {
        MimeBundle text = MimeBundle.text(Text.of(record));
        if (!plain(record)) {
            return text;
        }
        var values = cells(record);
        var names = components(record.getClass()).stream()
                .map(RecordComponent::getName)
                .toList();
        var rows = IntStream.range(0, names.size())
                .mapToObj(i -> List.of(names.get(i), values.get(i)))
                .toList();
        String name = Names.readable(record.getClass().getName());
        return text.html(Markup.table(List.of(name.replaceFirst(".*[.$]", ""), ""), rows, ""));
    }

    /** A record that writes its own text knows better than a table what it is; one of the JDK may not be looked into. */
    private static boolean plain(Object record) {
        String text = String.valueOf(record);
        return !record.getClass().getModule().isNamed()
                && record.getClass().getRecordComponents().length > 0
                && text.startsWith(record.getClass().getSimpleName() + "[")
                && text.endsWith("]");
    }

    private static List<RecordComponent> components(Class<?> type) {
        return Arrays.asList(type.getRecordComponents());
    }

    private static List<String> cells(Object record) {
        List<String> cells = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                cells.add(cell(component.getAccessor().invoke(record)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component.getName() + " cannot be read: " + e, e);
            }
        }
        return cells;
    }

    /** Rows of numbers or words are a grid, rows and columns numbered from 0. */
    private static MimeBundle array(Object[] array) {
        MimeBundle text = MimeBundle.text(Text.of(array));
        boolean grid = array.length > 0
                && Arrays.stream(array)
                        .allMatch(row -> row != null && row.getClass().isArray() && !nested(row));
        return grid ? text.html(grid(array)) : text;
    }

    private static boolean nested(Object row) {
        Class<?> element = row.getClass().getComponentType();
        return element.isArray() || element == Object.class;
    }

    private static String grid(Object... array) {
        int widest = Arrays.stream(array).mapToInt(Array::getLength).max().orElse(0);
        List<String> heads = new ArrayList<>(List.of(""));
        IntStream.range(0, Math.min(widest, SIDE)).mapToObj(String::valueOf).forEach(heads::add);
        if (widest > SIDE) {
            heads.add("…");
        }
        var rows = IntStream.range(0, Math.min(array.length, SIDE))
                .mapToObj(i -> row(i, array[i]))
                .toList();
        return Markup.table(heads, rows, array.length + " × " + widest);
    }

    private static List<String> row(int number, Object row) {
        List<String> cells = new ArrayList<>(List.of(String.valueOf(number)));
        IntStream.range(0, Math.min(Array.getLength(row), SIDE))
                .mapToObj(i -> cell(Array.get(row, i)))
                .forEach(cells::add);
        if (Array.getLength(row) > SIDE) {
            cells.add("…");
        }
        return cells;
    }

    private MimeBundle optional(Optional<?> optional) {
        if (optional.isEmpty()) {
            return MimeBundle.text("Optional.empty");
        }
        MimeBundle inside = renderers.render(optional.get());
        return inside.with("text/plain", "Optional[" + inside.form("text/plain").orElse("") + "]");
    }

    /** {@code 1 h 02 min 03.5 s}, with the largest unit that it needs. */
    private static String text(Duration duration) {
        Duration size = duration.abs();
        String sign = duration.isNegative() ? "−" : "";
        double seconds = size.toSecondsPart() + size.toNanosPart() / 1e9;
        if (size.toHours() > 0) {
            return String.format(
                    Locale.ROOT, "%s%d h %02d min %02.0f s", sign, size.toHours(), size.toMinutesPart(), seconds);
        }
        if (size.toMinutes() > 0) {
            return String.format(Locale.ROOT, "%s%d min %04.1f s", sign, size.toMinutes(), seconds);
        }
        if (size.toSeconds() > 0 || size.isZero()) {
            return String.format(Locale.ROOT, "%s%.3g s", sign, seconds);
        }
        return size.toMillis() > 0
                ? String.format(Locale.ROOT, "%s%.3g ms", sign, seconds * 1e3)
                : String.format(Locale.ROOT, "%s%.3g µs", sign, seconds * 1e6);
    }

    private static String text(Throwable thrown) {
        StringBuilder text = new StringBuilder(Names.readable(String.valueOf(thrown)));
        StackTraceElement[] frames = thrown.getStackTrace();
        Arrays.stream(frames)
                .limit(FRAMES)
                .forEach(frame -> text.append("\n    at ").append(Names.readable(frame.toString())));
        if (frames.length > FRAMES) {
            text.append("\n    … ").append(frames.length - FRAMES).append(" more");
        }
        Optional.ofNullable(thrown.getCause())
                .filter(cause -> cause != thrown)
                .ifPresent(cause -> text.append("\ncaused by ").append(Names.readable(String.valueOf(cause))));
        return text.toString();
    }

    /** A stream can be run once only, so looking at it must not run it. */
    private static MimeBundle stream(BaseStream<?, ?> stream) {
        return MimeBundle.text("a stream, which looking at does not run: end the line in .toList(), for one ("
                + stream.getClass().getName() + ")");
    }

    private static String cell(Object value) {
        return Text.line(value, CELL);
    }

    private static String cut(int size, String things) {
        return size > ROWS ? String.format(Locale.ROOT, "the first %d of %,d %s", ROWS, size, things) : "";
    }
}
