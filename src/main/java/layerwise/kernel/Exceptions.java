package layerwise.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a cell threw: its class, its message, the cell's line, the frames that concern the reader, its causes. */
final class Exceptions {
    private static final int CAUSES = 5;

    private final Places places;

    Exceptions(Places places) {
        this.places = places;
    }

    /** {@return the report of an exception; {@code translated} is the same with JShell's frames turned into snippets} */
    ErrorReport report(Throwable thrown, Throwable translated) {
        List<String> lines = new ArrayList<>(frames(translated));
        Throwable cause = thrown;
        Throwable twin = translated;
        for (int i = 0; i < CAUSES && cause.getCause() != null; i++) {
            cause = cause.getCause();
            twin = Optional.ofNullable(twin.getCause()).orElse(cause);
            lines.add("caused by " + name(cause) + separated(cause));
            lines.addAll(frames(twin));
        }
        return new ErrorReport(name(thrown), message(thrown), lines);
    }

    private static String separated(Throwable thrown) {
        return message(thrown).isEmpty() ? "" : ": " + message(thrown);
    }

    private static String name(Throwable thrown) {
        Class<?> type = thrown.getClass();
        return Names.readable((type.isAnonymousClass() ? type.getSuperclass() : type).getName())
                .replace('$', '.');
    }

    private static String message(Throwable thrown) {
        try {
            return Names.readable(Optional.ofNullable(thrown.getMessage()).orElse(""));
        } catch (RuntimeException e) {
            return "(its message cannot be read: " + e.getClass().getName() + ")";
        }
    }

    private List<String> frames(Throwable translated) {
        List<StackTraceElement> frames = ours(List.of(translated.getStackTrace()));
        FrameLines lines = new FrameLines();
        for (StackTraceElement frame : frames) {
            Optional<Places.Place> place = places.of(frame);
            place.ifPresentOrElse(p -> lines.cell(at(frame, p), p.source()), () -> lines.library(frame.toString()));
        }
        return lines.all();
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
        return kept.stream().filter(Exceptions::concernsTheReader).toList();
    }

    private static boolean concernsTheReader(StackTraceElement frame) {
        String type = frame.getClassName();
        return !type.startsWith("jdk.internal.reflect.")
                && !type.startsWith("java.lang.reflect.")
                && !type.equals(Guard.class.getName())
                && !type.equals(CellThread.class.getName())
                && !type.equals(CellControl.class.getName());
    }
}
