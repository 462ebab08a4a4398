package layerwise.exercise;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import layerwise.data.Sentence;

/** The scores of this session and of those before; what cannot be written stays here until it can. */
final class Ledger {
    private final Optional<ProgressFile> file;
    private final Map<String, Score> pending = new TreeMap<>();
    private Map<String, Score> kept = Map.of();
    private String trouble = "";

    Ledger(Optional<ProgressFile> file) {
        this.file = file;
    }

    /** Notes an answer to {@code id}. */
    synchronized void note(String id, boolean right) {
        pending.merge(id, Score.of(right), Score::plus);
        file.ifPresent(this::write);
    }

    private void write(ProgressFile to) {
        try {
            boolean damaged = isDamaged(to);
            kept = to.add(pending);
            pending.clear();
            trouble = damaged ? to.place() + " held no scores; it is kept as " + to.aside() : trouble;
        } catch (IOException e) {
            trouble = Sentence.of(e) + "; the scores of this session are kept until it ends";
        }
    }

    private static boolean isDamaged(ProgressFile file) throws IOException {
        try {
            file.read();
            return false;
        } catch (ProgressFile.Damaged e) {
            return true;
        }
    }

    /** {@return the scores by exercise: those of the file, which other notebooks write too, and those not yet in it} */
    synchronized Map<String, Score> scores() {
        file.ifPresent(this::look);
        var all = new TreeMap<>(kept);
        pending.forEach((id, score) -> all.merge(id, score, Score::plus));
        return all;
    }

    private void look(ProgressFile from) {
        try {
            kept = from.read();
        } catch (IOException e) {
            trouble = Sentence.of(e);
        }
    }

    /** {@return where the scores are kept, and what was the matter with that} */
    synchronized String place() {
        String where = file.map(each -> "kept in " + each.place()).orElse("kept until this session ends");
        return trouble.isEmpty() ? where : where + "\n" + trouble;
    }
}
