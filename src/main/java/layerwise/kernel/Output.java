package layerwise.kernel;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Everything the front ends see, in one order: text is joined for 40 ms and never dropped, the rest goes at once.
 *
 * <p>One thread of its own does the sending, because a cell's thread may carry an interrupt, and an interrupted thread
 * closes the socket it writes to. Text that comes after its cell belongs to the latest cell.
 */
final class Output implements AutoCloseable {

    /** At most 25 messages of text a second. */
    static final long JOIN_MILLISECONDS = 40;

    private static final int LONGEST_TEXT = 1 << 20;

    private final LinkedBlockingQueue<Runnable> outbox = new LinkedBlockingQueue<>();
    private final Consumer<Message> wire;
    private final StringBuilder text = new StringBuilder();
    private final Thread sender = Threads.daemon("iopub", this::send);
    private String stream = "stdout";
    private Optional<Message> cause = Optional.empty();
    private volatile boolean closed;

    /** Sends by {@code wire}, from one thread only. */
    Output(Consumer<Message> wire) {
        this.wire = wire;
        sender.start();
    }

    /** From here on, what comes is the output of this request. */
    synchronized void attach(Message request) {
        flush();
        cause = Optional.of(request);
    }

    /** Text for {@code stdout} or {@code stderr}, sent within 40 ms. */
    synchronized void write(String name, CharSequence characters) {
        if (!name.equals(stream)) {
            flush();
            stream = name;
        }
        text.append(characters);
        if (text.length() > LONGEST_TEXT) {
            flush();
        }
    }

    /** A message of the current request, after all text before it. */
    synchronized void publish(String type, JsonObject content) {
        flush();
        cause.ifPresent(request -> enqueue(request.news(type, content)));
    }

    /** A message of any request, after all text before it. */
    synchronized void publish(Message message) {
        flush();
        enqueue(message);
    }

    /** Queues the text that was joined so far; without a request yet it is kept for the first. */
    synchronized void flush() {
        if (text.isEmpty() || cause.isEmpty()) {
            return;
        }
        JsonObject content = Json.object("name", stream, "text", text.toString());
        text.setLength(0);
        enqueue(cause.get().news("stream", content));
    }

    private void enqueue(Message message) {
        outbox.add(() -> wire.accept(message));
    }

    /** Waits until all that was queued is on the wire, at most two seconds. */
    void drain() {
        flush();
        CountDownLatch done = new CountDownLatch(1);
        outbox.add(done::countDown);
        try {
            done.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() {
        long due = System.nanoTime();
        while (!closed) {
            try {
                Runnable next = outbox.poll(JOIN_MILLISECONDS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.run();
                }
            } catch (InterruptedException e) {
                return;
            }
            if (System.nanoTime() - due >= TimeUnit.MILLISECONDS.toNanos(JOIN_MILLISECONDS)) {
                flush();
                due = System.nanoTime();
            }
        }
    }

    /** Sends the rest and stops. */
    @Override
    public void close() {
        drain();
        closed = true;
    }
}
