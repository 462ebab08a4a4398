package layerwise.kernel;

/**
 * Text of one stream that waits to be sent, with carriage returns already obeyed: of a line that was overwritten a
 * hundred times, the last state is sent.
 */
final class OpenText {
    private static final int UNKNOWN = -1;

    private final StringBuilder text = new StringBuilder();
    private int lineStart = UNKNOWN;
    private int cursor;

    /** Adds what was printed. */
    void add(CharSequence printed) {
        for (int i = 0; i < printed.length(); i++) {
            add(printed.charAt(i));
        }
    }

    /** Adds what was printed; faster where nothing is overwritten. */
    void add(String printed) {
        if (cursor < text.length() || printed.indexOf('\r') >= 0) {
            add((CharSequence) printed);
            return;
        }
        text.append(printed);
        cursor = text.length();
        int newline = printed.lastIndexOf('\n');
        if (newline >= 0) {
            lineStart = cursor - printed.length() + newline + 1;
        }
    }

    private void add(char c) {
        if (c == '\r') {
            carriageReturn();
        } else if (c == '\n') {
            text.append(c);
            cursor = text.length();
            lineStart = cursor;
        } else {
            put(c);
        }
    }

    /** The start of the line may have been sent already; then the front end has to go back itself. */
    private void carriageReturn() {
        if (lineStart == UNKNOWN) {
            text.append('\r');
            lineStart = text.length();
        }
        cursor = lineStart;
    }

    private void put(char c) {
        if (cursor < text.length() && (!plain(c) || cursor == lineStart && !plain())) {
            text.setLength(cursor);
        }
        if (cursor < text.length()) {
            text.setCharAt(cursor, c);
        } else {
            text.append(c);
        }
        cursor++;
    }

    /** Colours and characters of two halves cannot be overwritten place by place; such a line is replaced whole. */
    private boolean plain() {
        return text.chars().skip(lineStart).allMatch(c -> plain((char) c));
    }

    private static boolean plain(char c) {
        return c >= ' ' && !Character.isSurrogate(c);
    }

    /** {@return how many characters wait} */
    int length() {
        return text.length();
    }

    /** {@return all that waits; behind it the front end's cursor stands where ours does} */
    String take() {
        String whole = cursor < text.length() ? text + "\r" + text.substring(lineStart, cursor) : text.toString();
        text.setLength(0);
        lineStart = UNKNOWN;
        cursor = 0;
        return whole;
    }
}
