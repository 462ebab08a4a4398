package layerwise.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * The question "am I to stop?" that {@link Instrumentation} puts into every loop and method of a cell.
 *
 * <p>The answer is a method that the compiler takes for constant: until an interrupt comes, a compiled loop holds no
 * trace of the question, and the interrupt makes the JVM throw the compiled loop away. A flag that is read in every
 * round would keep loops over arrays from being vectorised, and make them ten times slower.
 *
 * <p>It stops the cell's thread, threads that were started since the cell began and the workers of parallel streams.
 * Threads of earlier cells go on.
 */
public final class Guard {

    /** Thrown into a cell that was interrupted; an {@code Error}, so that {@code catch (Exception e)} lets it pass. */
    public static final class Stopped extends Error {
        private static final long serialVersionUID = 1;

        Stopped(boolean traced) {
            super("the cell was interrupted", null, false, traced);
        }
    }

    private static final MethodHandle GO_ON = handle("goOn");
    private static final MethodHandle HALT = handle("halt");
    private static final MutableCallSite ANSWER = new MutableCallSite(GO_ON);
    private static final MethodHandle CHECK = ANSWER.dynamicInvoker();

    /** A recursion that catches everything throws thousands; the first few say where the cell was. */
    private static final int TRACED = 10;

    private static int thrown;
    private static volatile int cells;
    private static volatile boolean stopping;
    private static volatile Thread cell = Thread.currentThread();
    private static volatile long youngest = Long.MAX_VALUE;
    private static volatile Thread givenUp;

    private Guard() {}

    private static MethodHandle handle(String method) {
        try {
            return MethodHandles.lookup().findStatic(Guard.class, method, MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Goes on, or throws {@link Stopped} where the running cell was interrupted. */
    public static void check() {
        try {
            CHECK.invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e); // neither answer throws a checked exception
        }
    }

    /**
     * The same question at the entry of a method that calls itself: there a flag is read, because throwing ten thousand
     * compiled frames away takes longer than anybody waits for an interrupt.
     */
    public static void enter() {
        if (stopping || givenUp != null) {
            halt();
        }
    }

    private static void goOn() {
        // this cell was not interrupted
    }

    private static void halt() {
        Thread here = Thread.currentThread();
        if (here == givenUp || stopping && concerns(here)) {
            throw new Stopped(thrown++ < TRACED);
        }
    }

    /** {@return whether an interrupt of the running cell is meant for this thread too} */
    static boolean concerns(Thread thread) {
        return thread == cell || thread.getId() > youngest || thread instanceof ForkJoinWorkerThread;
    }

    /** A cell begins on this thread; an older interrupt no longer counts. */
    static synchronized void begin(Thread thread) {
        if (stopping) {
            answer(GO_ON);
        }
        stopping = false;
        cells++;
        cell = thread;
        youngest = new Thread().getId();
    }

    /** The running cell is to stop at its next check. */
    static synchronized void stop() {
        stopping = true;
        thrown = 0;
        answer(HALT);
    }

    /**
     * Stops one thread that runs a cell's code, and waits up to {@code millis} milliseconds for its end; the cell goes on.
     *
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public static void stop(Thread thread, long millis) throws InterruptedException {
        giveUp(thread);
        try {
            thread.join(millis);
        } finally {
            giveUp(null);
        }
    }

    private static synchronized void giveUp(Thread thread) {
        givenUp = thread;
        answer(stopping || thread != null ? HALT : GO_ON);
    }

    private static void answer(MethodHandle answer) {
        ANSWER.setTarget(answer);
        MutableCallSite.syncAll(new MutableCallSite[] {ANSWER});
    }

    /** {@return how many cells have begun, so that a later one is not taken for this one} */
    static int cells() {
        return cells;
    }

    /** {@return whether the latest cell was interrupted} */
    static boolean stopped() {
        return stopping;
    }
}
