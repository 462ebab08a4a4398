package layerwise.kernel;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Lock;

/**
 * What cells call in place of methods that no interrupt reaches, or that would end the kernel; {@link Instrumentation}
 * puts it there.
 *
 * <p>A join or a lock waits as long as the JDK's does and ends with the same result or exception; only an interrupt of
 * the cell ends it earlier.
 */
public final class CellCalls {

    /** Thrown where a cell would end the JVM, and with it every variable. */
    public static final class Exit extends Error {
        private static final long serialVersionUID = 1;

        Exit(int status) {
            super("System.exit(" + status + ") ended the cell; the kernel and its variables are kept");
        }
    }

    private interface Wait {
        void once() throws InterruptedException;
    }

    private CellCalls() {}

    /** In place of {@link CompletableFuture#join()}. */
    public static Object join(CompletableFuture<?> future) {
        await(() -> {
            try {
                future.get();
            } catch (ExecutionException | CancellationException e) {
                return; // join throws it in its own form
            }
        });
        return future.join();
    }

    /** In place of {@link Lock#lock()}. */
    public static void lock(Lock lock) {
        await(lock::lockInterruptibly);
    }

    /** In place of {@link System#exit}. */
    public static void exit(int status) {
        throw new Exit(status);
    }

    /** In place of {@link Runtime#exit} and {@link Runtime#halt}. */
    public static void exit(Runtime runtime, int status) {
        exit(status);
    }

    /** An interrupt that is not the cell's end is kept for later, as join and lock do. */
    private static void await(Wait wait) {
        boolean interrupted = false;
        boolean waiting = true;
        while (waiting) {
            try {
                wait.once();
                waiting = false;
            } catch (InterruptedException e) {
                Guard.check();
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
