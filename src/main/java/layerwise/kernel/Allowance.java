package layerwise.kernel;

import java.util.Locale;
import java.util.Optional;

/** How much text one cell may show; what is beyond it is counted, because a browser cannot hold a million lines. */
final class Allowance {

    private long lines;
    private long characters;
    private long hiddenLines;
    private long hiddenCharacters;
    private boolean midLine;

    /** {@return the part of the text that may be shown, cut behind a whole line where it can be} */
    String take(String text) {
        int end = hiddenCharacters > 0 ? 0 : shown(text);
        count(text, end);
        String shown = text.substring(0, end);
        midLine = shown.isEmpty() ? midLine : !shown.endsWith("\n");
        return shown;
    }

    private int shown(String text) {
        long most = OutputLimit.lines();
        long room = Math.min(text.length(), most * OutputLimit.CHARACTERS_OF_A_LINE - characters);
        int end = 0;
        for (long line = lines; line < most && end < room; line++) {
            int next = text.indexOf('\n', end) + 1;
            if (next == 0 || next > room) {
                return partial(text, end, room);
            }
            end = next;
        }
        return end;
    }

    /** The last line, or one that is itself too long: cut, but never between the two halves of a character. */
    private static int partial(String text, int start, long room) {
        int end = (int) room;
        return end < text.length() && end > start && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private void count(String text, int end) {
        characters += end;
        lines += newlines(text, 0, end);
        hiddenCharacters += text.length() - end;
        hiddenLines += newlines(text, end, text.length());
    }

    private static long newlines(String text, int from, int to) {
        long found = 0;
        for (int at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
            found++;
        }
        return found;
    }

    /** {@return what was left out since it was last told, as one line} */
    Optional<String> rest() {
        if (hiddenCharacters == 0) {
            return Optional.empty();
        }
        String what = hiddenLines > 0
                ? String.format(Locale.ROOT, "%,d more %s", hiddenLines, hiddenLines == 1 ? "line" : "lines")
                : String.format(Locale.ROOT, "%,d more characters", hiddenCharacters);
        forgetHidden();
        return Optional.of((midLine ? "\n… " : "… ") + what + "; raise with %limit\n");
    }

    /** What was shown is taken back, so it counts no longer. */
    void reset() {
        lines = 0;
        characters = 0;
        midLine = false;
        forgetHidden();
    }

    private void forgetHidden() {
        hiddenLines = 0;
        hiddenCharacters = 0;
    }
}
