package layerwise.kernel;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/**
 * The stack traces of threads that cells start, with JShell's wrapper classes turned into snippets.
 *
 * <p>JShell does so itself only for what the cells' own thread throws.
 */
final class Traces {
    private static final Pattern WRAPPER = Pattern.compile("(REPL\\.\\$JShell\\$\\d+[A-Z]*)\\b.*");
    private static final int CAUSES = 10;

    private static final class Twin extends Throwable {
        private static final long serialVersionUID = 1;

        Twin(StackTraceElement[] frames) {
            setStackTrace(frames);
        }
    }

    private record Wrapped(String id, SnippetWrapper wrapper) {}

    private final JShell shell;

    Traces(JShell shell) {
        this.shell = shell;
    }

    /** {@return an exception with the same frames and causes, whose frames of cells name the snippet and its line} */
    Throwable translated(Throwable thrown) {
        return translated(thrown, CAUSES);
    }

    private Throwable translated(Throwable thrown, int causes) {
        StackTraceElement[] frames =
                Arrays.stream(thrown.getStackTrace()).map(this::translated).toArray(StackTraceElement[]::new);
        Twin twin = new Twin(frames);
        Optional.ofNullable(thrown.getCause())
                .filter(cause -> causes > 0)
                .ifPresent(cause -> twin.initCause(translated(cause, causes - 1)));
        return twin;
    }

    private StackTraceElement translated(StackTraceElement frame) {
        Matcher wrapper = WRAPPER.matcher(frame.getClassName());
        return wrapper.matches()
                ? snippet(wrapper.group(1)).map(of -> translated(frame, of)).orElse(frame)
                : frame;
    }

    private Optional<Wrapped> snippet(String className) {
        return shell.snippets()
                .map(snippet ->
                        new Wrapped(snippet.id(), shell.sourceCodeAnalysis().wrapper(snippet)))
                .filter(each -> each.wrapper().fullClassName().equals(className))
                .findFirst();
    }

    private static StackTraceElement translated(StackTraceElement frame, Wrapped snippet) {
        SnippetWrapper wrapper = snippet.wrapper();
        int at = wrapper.wrappedToSourcePosition(offset(wrapper.wrapped(), frame.getLineNumber()));
        int line = new Cell(0, wrapper.source()).line(at);
        String method = frame.getMethodName().replaceFirst("^do_it\\$.*", "do_it\\$");
        return new StackTraceElement(Names.readable(frame.getClassName()), method, "#" + snippet.id(), line);
    }

    /** The first character of a line that is not blank. */
    private static int offset(String text, int line) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
