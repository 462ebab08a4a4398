package layerwise.kernel;

import java.util.Optional;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * The request that a thread's output belongs to: the cell that started the thread, also after that cell has ended.
 *
 * <p>The cells' own thread follows whichever cell runs; a thread that it starts inherits the cell of that moment, and
 * hands it on to its own. Workers of the common pool serve every cell, so they follow too.
 */
final class Origin {
    private static final ThreadLocal<Optional<Origin>> OF_THREAD = new InheritableThreadLocal<>() {
        @Override
        protected Optional<Origin> initialValue() {
            return Optional.empty();
        }

        @Override
        protected Optional<Origin> childValue(Optional<Origin> parent) {
            return parent.or(() -> running);
        }
    };

    private static volatile Optional<Origin> running = Optional.empty();

    private final Message request;
    private final Allowance allowance = new Allowance();

    private Origin(Message request) {
        this.request = request;
    }

    /** From here on, this request is the one that runs. */
    static void begin(Message request) {
        running = Optional.of(new Origin(request));
    }

    /** No request has come yet. */
    static void none() {
        running = Optional.empty();
    }

    /** From here on, threads that this one starts belong to the cell that runs then. */
    static void follow() {
        OF_THREAD.set(Optional.empty());
    }

    /** {@return whose output the calling thread makes; nothing before the first request} */
    static Optional<Origin> current() {
        boolean shared = Thread.currentThread() instanceof ForkJoinWorkerThread;
        return shared ? running : OF_THREAD.get().or(() -> running);
    }

    /** {@return the request itself} */
    Message request() {
        return request;
    }

    /** {@return how much of its text is still to be shown} */
    Allowance allowance() {
        return allowance;
    }
}
