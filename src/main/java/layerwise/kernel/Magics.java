package layerwise.kernel;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines of a cell that are not Java: {@code %time}, {@code %maven}, {@code !ls}, and a first line {@code %%html}.
 *
 * <p>Those that IJava has by the same name do the same.
 */
final class Magics {
    private static final Pattern WHOLE_CELL =
            Pattern.compile("\\s*%%([A-Za-z]\\w*)([^\\n]*)(?:\\n(.*))?", Pattern.DOTALL);
    private static final Pattern TIMED = Pattern.compile("(?m)^[ \\t]*%?%time(?=[ \\t])|\\A\\s*%%time(?=\\n)");
    private static final Pattern FILES =
            Pattern.compile("(?:^|\\n)[ \\t]*(?:%(?:load|classpath|jars)[ \\t]+|(!)(?![=!(])[ \\t]*)(.*?)([^\\s]*)$");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t]*package\\s+[\\w.]+\\s*;");
    private static final Pattern MARK = Pattern.compile("(?m)^[ \\t]*[%!]");
    private static final Pattern BEGUN = Pattern.compile("(?:^|\\n)[ \\t]*(%%?\\w*)$");
    private static final int NEAR = 2;

    /** Evaluates Java for a magic that has some in it. */
    interface Java {
        Optional<MimeBundle> value(Cell cell) throws CellFailure;
    }

    private interface Action {
        Optional<MimeBundle> run(Cell cell, String rest, Java java) throws CellFailure;
    }

    private record Magic(String usage, String help, Action action) {}

    private final Supplier<Evaluator> evaluator;
    private final MemoryUse memory;
    private final MavenJars maven = new MavenJars(MavenJars.usual(), true);
    private final Map<String, Magic> lines = new LinkedHashMap<>();
    private final Map<String, Magic> cells = new LinkedHashMap<>();

    Magics(Supplier<Evaluator> evaluator, MemoryUse memory) {
        this.evaluator = evaluator;
        this.memory = memory;
        line("time", "JAVA", "evaluates and says how long it ran", this::time);
        line("mem", "", "says how much memory is taken", (cell, rest, java) -> memory());
        line("load", "FILE", "runs a file of Java or the cells of a notebook", this::load);
        line(
                "classpath",
                "JAR…",
                "adds jars or folders of classes; * and ** match many",
                (c, rest, j) -> classpath(rest));
        line("jars", "JAR…", "the same", (cell, rest, java) -> classpath(rest));
        line("maven", "GROUP:ARTIFACT:VERSION…", "adds jars from Maven Central", (c, rest, j) -> maven(rest));
        line("mavenRepo", "ID ADDRESS", "lets %maven look there too", (c, rest, j) -> repository(rest));
        line("limit", "LINES", "lets a cell print so many lines", (c, rest, j) -> limit(rest));
        line("help", "", "lists these lines", (cell, rest, java) -> Optional.of(MimeBundle.text(help())));
        cell("time", "evaluates the cell and says how long it ran", this::time);
        cell(
                "html",
                "shows the cell as HTML",
                (c, body, j) -> Optional.of(MimeBundle.text(shown(body)).html(shown(body))));
        cell(
                "svg",
                "shows the cell as an SVG picture",
                (c, body, j) -> Optional.of(MimeBundle.text(shown(body)).svg(shown(body))));
        cell(
                "markdown",
                "shows the cell as text with Markdown",
                (c, body, j) -> Optional.of(MimeBundle.text(shown(body)).with("text/markdown", shown(body))));
    }

    private void line(String name, String words, String help, Action action) {
        lines.put(name, new Magic(("%" + name + " " + words).strip(), help, action));
    }

    private void cell(String name, String help, Action action) {
        cells.put(name, new Magic("%%" + name, help, action));
    }

    /** {@return the value of the cell's last part; the parts between magics are evaluated as Java} */
    Optional<MimeBundle> value(Cell cell, Java java) throws CellFailure {
        try {
            return MARK.matcher(cell.source()).find() ? parts(cell, java) : java.value(cell);
        } catch (MagicFailure failure) {
            throw new CellFailure(new ErrorReport("Magic", String.valueOf(failure.getMessage()), List.of()));
        }
    }

    private Optional<MimeBundle> parts(Cell cell, Java java) throws CellFailure {
        Matcher whole = WHOLE_CELL.matcher(cell.source());
        if (whole.matches()) {
            return find(cells, "%%", whole.group(1)).action().run(cell, body(whole), java);
        }
        CellParts parts = new CellParts(cell.source(), name -> evaluator.get().knows(name));
        Optional<MimeBundle> value = Optional.empty();
        for (var part = parts.next(); part.isPresent(); part = parts.next()) {
            value = value(cell, part.get(), java);
        }
        return value;
    }

    /** What stands behind the magic on its line, and all lines below; their numbers stay. */
    private static String body(Matcher whole) {
        return whole.group(2).strip() + "\n"
                + Optional.ofNullable(whole.group(3)).orElse("");
    }

    private static String shown(String body) {
        return body.replaceFirst("^\n", "");
    }

    private Optional<MimeBundle> value(Cell cell, CellParts.Part part, Java java) throws CellFailure {
        return switch (part.kind()) {
            case JAVA -> java.value(new Cell(cell.number(), part.text()));
            case MAGIC -> find(lines, "%", part.name()).action().run(cell, part.text(), java);
            case COMMAND -> command(part.text());
        };
    }

    private static Magic find(Map<String, Magic> known, String mark, String name) {
        return Optional.ofNullable(known.get(name))
                .orElseThrow(() -> new MagicFailure(mark + name + " is unknown"
                        + nearest(known, name)
                                .map(near -> ", the nearest is " + mark + near)
                                .orElse("") + "; %help lists what there is"));
    }

    private static Optional<String> nearest(Map<String, Magic> known, String name) {
        return known.keySet().stream()
                .filter(each -> distance(each, name) <= NEAR || each.startsWith(name) || name.startsWith(each))
                .min(Comparator.comparingInt(each -> distance(each, name)));
    }

    /** Letters to insert, delete or replace until both are the same. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    private Optional<MimeBundle> time(Cell cell, String code, Java java) throws CellFailure {
        long before = evaluator.get().running();
        long began = System.nanoTime();
        Optional<MimeBundle> value = java.value(new Cell(cell.number(), code));
        double all = System.nanoTime() - began;
        double ran = evaluator.get().running() - before;
        System.out.printf(Locale.ROOT, "ran %s, with compiling %s%n", milliseconds(ran), milliseconds(all));
        return value;
    }

    private static String milliseconds(double nanoseconds) {
        return nanoseconds < 1e9
                ? String.format(Locale.ROOT, "%.3g ms", nanoseconds / 1e6)
                : String.format(Locale.ROOT, "%.4g s", nanoseconds / 1e9);
    }

    private Optional<MimeBundle> memory() {
        return Optional.of(MimeBundle.text(String.join("\n", memory.lines())));
    }

    /** The endings that may be left out are those of IJava. */
    private Optional<MimeBundle> load(Cell cell, String given, Java java) throws CellFailure {
        if (given.isEmpty()) {
            throw new MagicFailure("%load: expected a file of Java or a notebook, got nothing");
        }
        String name = PathWords.expanded(given);
        Path file = Stream.of("", ".ipynb", ".jshell", ".jsh", ".java", ".j")
                .map(ending -> Path.of(name + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new MagicFailure("%load: there is no file \"" + name + "\" in "
                        + Path.of("").toAbsolutePath() + "; give its path"));
        Optional<MimeBundle> value = Optional.empty();
        for (String source : sources(file)) {
            value = loaded(file, new Cell(cell.number(), source), java);
        }
        return value;
    }

    private Optional<MimeBundle> loaded(Path file, Cell cell, Java java) throws CellFailure {
        try {
            return value(cell, java);
        } catch (CellFailure failure) {
            ErrorReport report = failure.report();
            throw new CellFailure(new ErrorReport(report.name(), "in " + file + ": " + report.value(), report.lines()));
        }
    }

    private static List<String> sources(Path file) {
        try {
            String text = Files.readString(file);
            return file.toString().endsWith(".ipynb") ? NotebookFile.code(text) : List.of(unpacked(text));
        } catch (IOException | RuntimeException e) {
            throw new MagicFailure("%load: " + file + " cannot be read: " + e);
        }
    }

    /** What a cell defines is in no package, so the line that names one is left blank. */
    private static String unpacked(String text) {
        Matcher line = PACKAGE.matcher(text);
        return line.find() ? blank(text, line) : text;
    }

    private static String blank(String text, Matcher found) {
        return text.substring(0, found.start()) + found.group().replaceAll("[^\\n]", " ") + text.substring(found.end());
    }

    private Optional<MimeBundle> classpath(String patterns) {
        List<Path> found = words(patterns)
                .map(PathWords::expanded)
                .flatMap(pattern -> PathPattern.matching(pattern).stream())
                .toList();
        found.forEach(evaluator.get()::addToClasspath);
        return Optional.of(MimeBundle.text(found.toString()));
    }

    private Optional<MimeBundle> maven(String coordinates) throws CellFailure {
        List<String> all = words(coordinates).toList();
        if (all.isEmpty()) {
            throw new MagicFailure("%maven: expected group:artifact:version, got nothing");
        }
        for (String each : all) {
            MavenJars.requireCoordinates(each);
            if (!MavenJars.present(each)) {
                onCellThread(() -> maven.resolve(each)).forEach(evaluator.get()::addToClasspath);
            }
        }
        return Optional.empty();
    }

    private Optional<MimeBundle> repository(String rest) {
        String[] words = rest.split("\\s+");
        if (words.length != 2) {
            throw new MagicFailure("%mavenRepo: expected an id and an address, got \"" + rest + "\"");
        }
        maven.add(words[0], words[1]);
        return Optional.empty();
    }

    private static Optional<MimeBundle> limit(String rest) {
        try {
            OutputLimit.set(Long.parseLong(rest.replaceAll("[_,]", "")));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new MagicFailure("%limit: expected a number of lines, 100000 for one, got \"" + rest + "\"");
        }
    }

    private Optional<MimeBundle> command(String line) throws CellFailure {
        int code = onCellThread(() -> new Command(line).run());
        if (code != 0) {
            System.err.println("exit code " + code);
        }
        return Optional.empty();
    }

    /** What takes long runs where an interrupt reaches it. */
    private <T> T onCellThread(Callable<T> work) throws CellFailure {
        record Outcome<T>(Optional<T> value, Optional<MagicFailure> failure) {}
        try {
            Outcome<T> outcome = evaluator.get().onCellThread(() -> {
                try {
                    return new Outcome<>(Optional.of(work.call()), Optional.<MagicFailure>empty());
                } catch (MagicFailure failure) {
                    return new Outcome<>(Optional.<T>empty(), Optional.of(failure));
                }
            });
            return outcome.value().orElseThrow(outcome.failure()::get);
        } catch (CellFailure failure) {
            throw Guard.stopped()
                    ? new CellFailure(new ErrorReport("Interrupted", "the command was stopped", List.of()))
                    : failure;
        }
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty());
    }

    /** {@return a line a magic} */
    String help() {
        String all = Stream.concat(lines.values().stream(), cells.values().stream())
                .map(magic -> String.format("%-32s %s", magic.usage(), magic.help()))
                .collect(Collectors.joining("\n"));
        return all
                + String.format("%n%-32s %s", "!COMMAND", "runs a command of the system's shell")
                + String.format("%n%-32s %s", "?NAME", "explains a class or method");
    }

    /** {@return what the magic of this name does, {@code %time} or {@code %%time}; nothing for other names} */
    Optional<String> explain(String name) {
        Map<String, Magic> known = name.startsWith("%%") ? cells : lines;
        return name.startsWith("%")
                ? Optional.ofNullable(known.get(name.replaceFirst("%+", "").strip()))
                        .map(magic -> magic.usage() + "\n" + magic.help())
                : Optional.empty();
    }

    /** {@return what a begun {@code %na}, {@code %load fi} or {@code !comm} may become; nothing where there is none} */
    Optional<JsonObject> complete(JsonObject request) {
        String code = Json.text(request, "code", "");
        int points = code.codePointCount(0, code.length());
        int cursor = Math.max(0, Math.min(points, Json.number(request, "cursor_pos", points)));
        String before = code.substring(0, code.offsetByCodePoints(0, cursor));
        Matcher begun = BEGUN.matcher(before);
        if (begun.find()) {
            return Optional.of(matches(names(begun.group(1)), begun.group(1), cursor));
        }
        Matcher files = FILES.matcher(before);
        return files.find()
                ? Optional.of(files(files.group(1) != null && files.group(2).isEmpty(), files.group(3), cursor))
                : Optional.empty();
    }

    private Stream<String> names(String begun) {
        return Stream.concat(
                        lines.keySet().stream().map(name -> "%" + name),
                        cells.keySet().stream().map(name -> "%%" + name))
                .filter(name -> name.startsWith(begun));
    }

    /** A command's first word is a program, every other word a file. */
    private static JsonObject files(boolean program, String begun, int cursor) {
        boolean named = program && !begun.contains("/");
        Stream<String> words = (named ? PathWords.programs(begun) : PathWords.of(PathWords.expanded(begun))).stream();
        return matches(words, begun.substring(begun.lastIndexOf('/') + 1), cursor);
    }

    private static JsonObject matches(Stream<String> words, String begun, int cursor) {
        return Json.object(
                "status",
                "ok",
                "matches",
                words.sorted().toList(),
                "cursor_start",
                cursor - begun.codePointCount(0, begun.length()),
                "cursor_end",
                cursor,
                "metadata",
                Map.of());
    }

    /** {@return the request as {@link #java}, but what is timed is Java too: for questions about a name in it} */
    JsonObject asked(JsonObject request) {
        JsonObject asked = request.deepCopy();
        String code = TIMED.matcher(Json.text(request, "code", ""))
                .replaceAll(mark -> mark.group().replace('%', ' ').replace("time", "    "));
        asked.addProperty("code", code);
        return java(asked);
    }

    /** {@return the request with the code's magics left blank, for questions about its Java} */
    JsonObject java(JsonObject request) {
        String code = Json.text(request, "code", "");
        if (!MARK.matcher(code).find()) {
            return request;
        }
        JsonObject java = request.deepCopy();
        boolean whole = WHOLE_CELL.matcher(code).matches();
        java.addProperty(
                "code",
                whole
                        ? code.replaceAll("[^\\n]", " ")
                        : CellParts.java(code, name -> evaluator.get().knows(name)));
        return java;
    }
}
