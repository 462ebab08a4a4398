package layerwise.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a cell threw: its class, its message, the cell's line, the frames that concern the reader, its causes. */
final class Exceptions {
    private static final int CAUSES = 5;
    private static final int MESSAGE_LINES = 20;
    private static final int MESSAGE_CHARACTERS = 2000;

    private final Places places;
    private final Explanations explanations;

    Exceptions(Places places, Explanations explanations) {
        this.places = places;
        this.explanations = explanations;
    }

    /** {@return the report of an exception; {@code translated} is the same with JShell's frames turned into snippets} */
    ErrorReport report(Throwable thrown, Throwable translated) {
        List<String> lines = new ArrayList<>(below(thrown));
        lines.addAll(frames(thrown, translated));
        Throwable cause = thrown;
        Throwable twin = translated;
        for (int i = 0; i < CAUSES && cause.getCause() != null; i++) {
            cause = cause.getCause();
            twin = Optional.ofNullable(twin.getCause()).orElse(cause);
            lines.add("caused by " + new ErrorReport(name(cause), sentence(cause), below(cause)).text());
            lines.addAll(frames(cause, twin));
        }
        explanations.of(thrown).ifPresent(text -> lines.add(CompileErrors.hint(text)));
        return new ErrorReport(name(thrown), sentence(thrown), lines);
    }

    /** The first line of the message. */
    private static String sentence(Throwable thrown) {
        return message(thrown).lines().findFirst().orElse("");
    }

    /** The other lines, down to where a native library appends its own stack. */
    private static List<String> below(Throwable thrown) {
        return message(thrown)
                .lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith("Stack trace:"))
                .filter(line -> !line.isBlank())
                .limit(MESSAGE_LINES)
                .map(line -> "    " + line)
                .toList();
    }

    private static String name(Throwable thrown) {
        Class<?> type = thrown.getClass();
        return Names.readable((type.isAnonymousClass() ? type.getSuperclass() : type).getName())
                .replace('$', '.');
    }

    private static String message(Throwable thrown) {
        try {
            return Names.readable(cut(Optional.ofNullable(thrown.getMessage()).orElse("")));
        } catch (RuntimeException e) {
            return "(its message cannot be read: " + e.getClass().getName() + ")";
        }
    }

    /** Never between the two halves of a character. */
    private static String cut(String message) {
        if (message.length() <= MESSAGE_CHARACTERS) {
            return message;
        }
        int end = MESSAGE_CHARACTERS - (Character.isHighSurrogate(message.charAt(MESSAGE_CHARACTERS - 1)) ? 1 : 0);
        return message.substring(0, end)
                + String.format(Locale.ROOT, "… (%,d more characters)", message.length() - end);
    }

    private List<String> frames(Throwable thrown, Throwable translated) {
        List<StackTraceElement> frames = ours(List.of(translated.getStackTrace()));
        FrameLines lines = new FrameLines();
        Optional<StackTraceElement> called = exhausted(thrown, frames);
        for (StackTraceElement frame : frames.subList(called.isPresent() ? 1 : 0, frames.size())) {
            Optional<StackTraceElement> inner = called;
            places.of(frame)
                    .ifPresentOrElse(
                            place -> lines.cell(at(frame, place), place.source(thrown, inner)),
                            () -> lines.library(frame));
            called = Optional.of(frame);
        }
        return lines.all();
    }

    /** The call for which the stack was too small has not begun; its frame has no line. */
    private static Optional<StackTraceElement> exhausted(Throwable thrown, List<StackTraceElement> frames) {
        return thrown instanceof StackOverflowError ? frames.stream().findFirst() : Optional.empty();
    }

    private static String at(StackTraceElement frame, Places.Place place) {
        String method = Names.method(frame.getMethodName());
        return method.isEmpty() ? place.toString() : method + " (" + place + ")";
    }

    /** The frames down to the cell's own line; what is below it is JShell and the kernel. */
    private List<StackTraceElement> ours(List<StackTraceElement> frames) {
        int end = 0;
        for (int i = 0; i < frames.size(); i++) {
            end = places.of(frames.get(i)).isPresent() ? i + 1 : end;
        }
        List<StackTraceElement> kept = end == 0 ? frames : frames.subList(0, end);
        return withoutOuter(kept.stream().filter(Exceptions::concernsTheReader).toList());
    }

    /** JShell runs what stands behind {@code var x =} in a method of its own, called by that of the same line. */
    private static List<StackTraceElement> withoutOuter(List<StackTraceElement> frames) {
        return IntStream.range(0, frames.size())
                .filter(i -> i == 0 || !isDoIt(frames.get(i)) || !isDoIt(frames.get(i - 1)))
                .mapToObj(frames::get)
                .toList();
    }

    private static boolean isDoIt(StackTraceElement frame) {
        return Names.isDoIt(frame.getMethodName());
    }

    private static boolean concernsTheReader(StackTraceElement frame) {
        String type = frame.getClassName();
        return !type.startsWith("jdk.internal.reflect.")
                && !type.startsWith("java.lang.reflect.")
                && !type.equals(Guard.class.getName())
                && !type.startsWith(CellCalls.class.getName())
                && !type.equals(CellThread.class.getName())
                && !type.equals(CellControl.class.getName());
    }
}
