package layerwise.kernel;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The one thread that all cells run on, so that what a library keeps for its thread lives from cell to cell.
 *
 * <p>It may be interrupted; the threads that own sockets may not.
 */
final class CellThread {
    private final LinkedBlockingQueue<FutureTask<?>> work = new LinkedBlockingQueue<>();
    private final ThreadGroup group = new CellGroup();
    private final Thread thread;
    private volatile BiConsumer<Thread, Throwable> news = (dying, cause) -> {};

    CellThread(ClassLoader classes) {
        thread = new Thread(group, this::loop, "cell");
        thread.setDaemon(true);
        thread.setContextClassLoader(classes);
        thread.start();
    }

    private void loop() {
        Origin.follow();
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

    /** Tells what a thread of a cell died of. */
    void news(BiConsumer<Thread, Throwable> teller) {
        news = teller;
    }

    /** A thread that an interrupt has stopped is no news to the reader. */
    private final class CellGroup extends ThreadGroup {
        CellGroup() {
            super("cells");
        }

        @Override
        public void uncaughtException(Thread dying, Throwable cause) {
            if (!(cause instanceof Guard.Stopped)) {
                news.accept(dying, cause);
            }
        }
    }

    /** Interrupts the running cell, the threads that it started and the workers of parallel streams. */
    void interrupt() {
        thread.interrupt();
        all().filter(other -> other.getThreadGroup() == group || other instanceof ForkJoinWorkerThread)
                .filter(Guard::concerns)
                .forEach(Thread::interrupt);
    }

    /** Without their stacks, which may be ten thousand calls deep. */
    private Stream<Thread> all() {
        ThreadGroup root = group;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[2 * root.activeCount() + 100];
        return Arrays.stream(threads, 0, root.enumerate(threads));
    }

    /** {@return the thread itself} */
    Thread thread() {
        return thread;
    }
}
