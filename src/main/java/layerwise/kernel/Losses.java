package layerwise.kernel;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * The variables that a new definition of a class, or an import of another of its name, takes away: one that names the class as its type is null again, one
 * declared by {@code var} keeps the old class for its type and is gone.
 */
final class Losses {
    private final Absent absent;
    private final Places places;
    private final List<String> empty = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();

    Losses(Absent absent, Places places) {
        this.absent = absent;
        this.places = places;
    }

    /** Looks at what became of another snippet. */
    void add(SnippetEvent event) {
        if (!(event.snippet() instanceof VarSnippet variable) || event.previousStatus() != Status.VALID) {
            return;
        }
        if (event.status() == Status.VALID) {
            empty.add(variable.name());
        } else if (event.status() == Status.RECOVERABLE_NOT_DEFINED) {
            gone.add(variable.name());
            places.of(variable).ifPresent(place -> absent.lost(variable.name(), place));
        }
    }

    /** Tells the reader which they are, and why. */
    void tell(String reason) {
        String because = ", because " + reason;
        if (!empty.isEmpty()) {
            Notes.tell(Nearest.list(empty, "and") + (empty.size() == 1 ? " is" : " are") + " null again" + because);
        }
        if (!gone.isEmpty()) {
            Notes.tell(Nearest.list(gone, "and")
                    + (gone.size() == 1 ? " is gone" : " are gone") + because + "; run what defines "
                    + (gone.size() == 1 ? "it" : "them") + " again");
        }
    }
}
