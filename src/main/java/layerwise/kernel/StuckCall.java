package layerwise.kernel;

import java.util.List;
import java.util.Optional;

/** Names the call that an interrupt could not stop: native code, or a library's own loop without a wait in it. */
final class StuckCall {
    private static final String CELLS = "REPL.";

    private StuckCall() {}

    /** {@return the sentence for the reader; nothing where the cell's thread is in no call} */
    static Optional<String> sentence(List<StackTraceElement> innermostFirst, Thread.State state) {
        int cell = cell(innermostFirst);
        if (cell < 0) {
            return Optional.empty();
        }
        return Optional.of(cell == 0 ? own(state) : called(innermostFirst.get(cell - 1)));
    }

    /** The innermost frame of the cell itself; its neighbour is the call that the reader wrote. */
    private static int cell(List<StackTraceElement> frames) {
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).getClassName().startsWith(CELLS)) {
                return i;
            }
        }
        return -1;
    }

    private static String called(StackTraceElement call) {
        return "still inside " + call.getClassName().replace('$', '.') + "." + call.getMethodName()
                + ", which cannot be stopped: wait or restart the kernel\n";
    }

    private static String own(Thread.State state) {
        if (state == Thread.State.BLOCKED) {
            return "still waiting for a lock that another thread holds: end that thread or restart the kernel\n";
        }
        return Instrumentation.off()
                ? "still in the cell's own code, and the guard is off: wait, or restart the kernel with "
                        + Instrumentation.VARIABLE + "=on\n"
                : "still in the cell's own code: wait or restart the kernel\n";
    }
}
