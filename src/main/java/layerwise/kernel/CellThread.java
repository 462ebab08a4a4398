package layerwise.kernel;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one thread that all cells run on, so that what a library keeps for its thread lives from cell to cell.
 *
 * <p>It may be interrupted; the threads that own sockets may not.
 */
final class CellThread {
    private final LinkedBlockingQueue<FutureTask<?>> work = new LinkedBlockingQueue<>();
    private final Thread thread;

    CellThread(ClassLoader classes) {
        thread = Threads.daemon("cell", this::loop);
        thread.setContextClassLoader(classes);
        thread.start();
    }

    private void loop() {
        while (true) {
            try {
                work.take().run();
            } catch (InterruptedException e) {
                continue; // an interrupt that came after its cell had ended
            }
        }
    }

    /** {@return what the work returns; what it throws is thrown here as it is} */
    <T> T call(Callable<T> task) throws Throwable {
        if (Thread.currentThread() == thread) {
            return task.call();
        }
        FutureTask<T> future = new FutureTask<>(() -> {
            Thread.interrupted();
            Guard.check();
            return task.call();
        });
        work.add(future);
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    /** {@return the thread itself} */
    Thread thread() {
        return thread;
    }
}
