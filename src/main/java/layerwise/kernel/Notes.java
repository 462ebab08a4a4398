package layerwise.kernel;

import java.util.HashSet;
import java.util.Set;

/** What a reader is told beside the output of a cell; some of it only once in a session. */
final class Notes {
    private final Set<String> told = new HashSet<>();

    /** Tells it. */
    static void tell(String sentence) {
        System.err.println("note: " + sentence);
    }

    /** Tells it, the first time that it is about this subject. */
    void once(String subject, String sentence) {
        if (told.add(subject)) {
            tell(sentence);
        }
    }
}
