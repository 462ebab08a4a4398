package layerwise.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The brackets and literals of a piece of code; what stands in comments and quotes opens and closes nothing. */
final class Brackets {

    /**
     * A sign that has no partner.
     *
     * @param text the sign: a bracket, a quote or the beginning of a comment
     * @param offset where it stands
     */
    record Sign(String text, int offset) {
        /** {@return whether it is a bracket that closes what nothing opened} */
        boolean closes() {
            return ")]}".contains(text);
        }

        private boolean quotes() {
            return text.startsWith("\"");
        }
    }

    private final String code;
    private final int end;
    private final Deque<Sign> open = new ArrayDeque<>();
    private Optional<Sign> lone = Optional.empty();
    private int offset;

    private Brackets(String code, int end) {
        this.code = code;
        this.end = end;
    }

    /** {@return the first sign without a partner: an opening one that is never closed, or a closing one too many} */
    static Optional<Sign> lone(String code) {
        Brackets brackets = new Brackets(code, code.length());
        brackets.scan();
        return brackets.lone.or(() -> Optional.ofNullable(brackets.open.peek()));
    }

    /** {@return the quote that opens the string literal in which the offset lies} */
    static Optional<Integer> quote(String code, int offset) {
        Brackets brackets = new Brackets(code, offset);
        brackets.scan();
        return brackets.lone
                .filter(Sign::quotes)
                .map(sign -> sign.offset() + sign.text().length() - 1);
    }

    private void scan() {
        while (offset < end && lone.isEmpty()) {
            char sign = code.charAt(offset);
            if (at("//")) {
                skipTo("\n", "");
            } else if (at("/*")) {
                skipTo("*/", "/*");
            } else if (at("\"\"\"")) {
                skipTo("\"\"\"", "\"\"\"");
            } else if (sign == '"' || sign == '\'') {
                skipLiteral(sign);
            } else {
                bracket(sign);
                offset++;
            }
        }
    }

    private boolean at(String token) {
        return offset + token.length() <= end && code.startsWith(token, offset);
    }

    private void skipTo(String closing, String opening) {
        int start = offset;
        offset += opening.length();
        while (offset < end && !at(closing)) {
            offset += code.charAt(offset) == '\\' && opening.startsWith("\"") ? 2 : 1;
        }
        if (offset < end) {
            offset += closing.length();
        } else if (!opening.isEmpty()) {
            lone = Optional.of(new Sign(opening, start));
        }
    }

    private void skipLiteral(char quote) {
        int start = offset++;
        while (offset < end && code.charAt(offset) != quote && code.charAt(offset) != '\n') {
            offset += code.charAt(offset) == '\\' ? 2 : 1;
        }
        if (offset >= end || code.charAt(offset) == '\n') {
            lone = Optional.of(new Sign(String.valueOf(quote), start));
        }
        offset++;
    }

    private void bracket(char sign) {
        if ("([{".indexOf(sign) >= 0) {
            open.push(new Sign(String.valueOf(sign), offset));
        } else if (")]}".indexOf(sign) >= 0) {
            close(new Sign(String.valueOf(sign), offset));
        }
    }

    private void close(Sign closing) {
        if (open.isEmpty()) {
            lone = Optional.of(closing);
        } else if ("([{".indexOf(open.peek().text()) == ")]}".indexOf(closing.text())) {
            open.pop();
        } else {
            lone = Optional.of(open.peek());
        }
    }
}
