package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.State;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StuckCallTest {
    private static final StackTraceElement CELL = frame("REPL.$JShell$12", "do_it$");
    private static final StackTraceElement BELOW = frame("layerwise.kernel.CellThread", "loop");

    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, "Some.java", 1);
    }

    @AfterEach
    void reset() {
        System.clearProperty(Instrumentation.SWITCH);
    }

    @Test
    void theCallThatTheCellWroteIsNamedAndNotItsInnards() {
        List<StackTraceElement> frames = List.of(
                frame("java.math.MutableBigInteger", "mulsub"), frame("java.math.BigInteger", "pow"), CELL, BELOW);
        assertThat(StuckCall.sentence(frames, State.RUNNABLE))
                .contains(
                        "still inside java.math.BigInteger.pow, which cannot be stopped: wait or restart the kernel\n");
    }

    @Test
    void aLockOfAnotherThreadIsNamedAsALock() {
        assertThat(StuckCall.sentence(List.of(CELL, BELOW), State.BLOCKED))
                .contains("still waiting for a lock that another thread holds:"
                        + " end that thread or restart the kernel\n");
    }

    @Test
    void aLoopWithoutGuardIsToldHowToHaveOne() {
        System.setProperty(Instrumentation.SWITCH, "off");
        assertThat(StuckCall.sentence(List.of(CELL, BELOW), State.RUNNABLE))
                .contains("still in the cell's own code, and the guard is off: wait, or restart the kernel with"
                        + " LAYERWISE_KERNEL_GUARD=on\n");
    }

    @Test
    void aThreadThatRunsNoCellIsInNoCall() {
        assertThat(StuckCall.sentence(
                        List.of(frame("java.util.concurrent.LinkedBlockingQueue", "take"), BELOW), State.WAITING))
                .isEmpty();
    }
}
