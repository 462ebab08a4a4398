package layerwise.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cells of all sessions, a line of JSON each, in Jupyter's data folder; the last two thousand are kept.
 *
 * <p>A line without a cell begins a session. Kernels that start at the same time wait for each other, so that each has
 * a number of its own.
 */
final class HistoryFile {

    /** {@code off}, or the file to use instead. */
    static final String VARIABLE = "LAYERWISE_KERNEL_HISTORY";

    /** So many cells stay in the file. */
    static final int KEPT = 2000;

    private static final int LONGEST_VALUE = 1000;

    /**
     * One cell of one session.
     *
     * @param session the first session is 1
     * @param number the cell's number in brackets; 0 begins the session
     * @param source the cell
     * @param value the text of its value, empty where it had none
     */
    record Entry(int session, int number, String source, String value) {
        private String line() {
            String shortened = value.substring(0, Math.min(value.length(), LONGEST_VALUE));
            return Json.GSON.toJson(
                            Json.object("session", session, "number", number, "source", source, "value", shortened))
                    + "\n";
        }

        private static Optional<Entry> parse(String line) {
            try {
                JsonObject json = JsonParser.parseString(line).getAsJsonObject();
                return Optional.of(new Entry(
                        Json.number(json, "session", 0),
                        Json.number(json, "number", 0),
                        Json.text(json, "source", ""),
                        Json.text(json, "value", "")));
            } catch (JsonParseException | IllegalStateException e) {
                return Optional.empty(); // a line that a crash left half-written
            }
        }
    }

    private final Path file;

    HistoryFile(Path file) {
        this.file = file;
    }

    /** {@return the file that the variable names, or that of the user; nothing where it is switched off} */
    static Optional<HistoryFile> ofUser() {
        String choice = System.getenv().getOrDefault(VARIABLE, "");
        if (choice.equals("off")) {
            return Optional.empty();
        }
        Path standard = JupyterFolders.user().resolve("java-kernel").resolve("history.jsonl");
        return Optional.of(new HistoryFile(choice.isEmpty() ? standard : Path.of(choice)));
    }

    /** Begins a session and returns the cells of the earlier ones, closed by an entry that has the session's number. */
    List<Entry> begin() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            List<Entry> entries = read();
            int last = entries.stream().mapToInt(Entry::session).max().orElse(0);
            shorten(entries);
            entries.add(new Entry(last + 1, 0, "", ""));
            append(entries.get(entries.size() - 1));
            return entries;
        }
    }

    private List<Entry> read() throws IOException {
        if (!Files.exists(file)) {
            return new ArrayList<>();
        }
        List<Entry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Entry.parse(line).ifPresent(entries::add);
        }
        return entries;
    }

    private void shorten(List<Entry> entries) throws IOException {
        if (entries.size() <= KEPT + KEPT / 4) {
            return;
        }
        entries.subList(0, entries.size() - KEPT).clear();
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "history", ".part");
        try {
            Files.write(
                    draft, entries.stream().map(entry -> entry.line().strip()).toList());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Adds a cell at the end. */
    void append(Entry entry) throws IOException {
        createForItsOwnerOnly();
        Files.writeString(file, entry.line(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void createForItsOwnerOnly() throws IOException {
        if (!Files.exists(file)
                && Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }
}
