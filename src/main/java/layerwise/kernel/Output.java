package layerwise.kernel;

import com.google.gson.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Everything the front ends see, in one order: text is joined to at most 25 messages a second, the rest goes at once.
 *
 * <p>One thread of its own does the sending, because a cell's thread may carry an interrupt, and an interrupted thread
 * closes the socket it writes to. It sleeps while there is nothing to send. Whose output it is says {@link Origin}.
 */
final class Output implements AutoCloseable {

    /** Twenty messages of text a second while a cell prints; with those at its ends at most 25. */
    static final long JOIN_MILLISECONDS = 50;

    private static final long FIRST_MILLISECONDS = 10;
    private static final long LONGEST_MILLISECONDS = 400;
    private static final long FOR_EVER = 0;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_QUEUE = 1 << 24;
    private static final int MOST_TURNS = 3;
    private static final long DRAIN_MILLISECONDS = 2000;
    private static final long TELL_MILLISECONDS = 10_000;

    private record Segment(Optional<Origin> origin, String stream, OpenText text) {
        boolean takes(Optional<Origin> other, String name) {
            return origin.equals(other) && stream.equals(name);
        }
    }

    private record Outgoing(Message message, int characters) {}

    private final Consumer<Message> wire;
    private final Queue<Outgoing> outbox = new ArrayDeque<>();
    private final List<Segment> open = new ArrayList<>();
    private int waiting;
    private long due = now();
    private long toldAt = now();
    private boolean sending;
    private boolean closed;

    /** Sends by {@code wire}, from one thread only. */
    Output(Consumer<Message> wire) {
        this.wire = wire;
        Origin.none();
        Threads.daemon("iopub", this::send).start();
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** From here on, what comes from the cells' thread is the output of this request. */
    synchronized void attach(Message request) {
        flush();
        Origin.begin(request);
        toldAt = now();
    }

    /** Text for {@code stdout} or {@code stderr}, sent soon. */
    synchronized void write(String name, String characters) {
        if (characters.isEmpty()) {
            return;
        }
        if (open.isEmpty()) {
            due = Math.max(due, now() + FIRST_MILLISECONDS);
            notifyAll();
        }
        OpenText text = segment(Origin.current(), name);
        text.add(characters);
        if (text.length() > LONGEST_TEXT) {
            flush();
            awaitRoom();
        }
    }

    /** Streams that take turns keep their order for some turns; then each is joined, or a line would be a message. */
    private OpenText segment(Optional<Origin> origin, String name) {
        for (int i = open.size() - 1; i >= 0 && (i == open.size() - 1 || open.size() >= MOST_TURNS); i--) {
            if (open.get(i).takes(origin, name)) {
                return open.get(i).text();
            }
        }
        open.add(new Segment(origin, name, new OpenText()));
        return open.get(open.size() - 1).text();
    }

    /** A cell that prints faster than the wire takes it waits here. */
    private void awaitRoom() {
        try {
            while (waiting > LONGEST_QUEUE && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A message of the calling thread's request, after all text before it. */
    synchronized void publish(String type, JsonObject content) {
        flush();
        Optional<Origin> origin = Origin.current();
        if (type.equals("clear_output")) {
            origin.ifPresent(cell -> cell.allowance().reset());
        }
        origin.ifPresent(cell -> enqueue(cell.request().news(type, content), 0));
    }

    /** A message of any request, after all text before it. */
    synchronized void publish(Message message) {
        flush();
        enqueue(message, 0);
    }

    /** Queues the text that was joined so far; without a request yet it is kept for the first. */
    synchronized void flush() {
        List<Segment> ready = List.copyOf(open);
        open.clear();
        for (Segment segment : ready) {
            segment.origin()
                    .or(Origin::current)
                    .ifPresentOrElse(origin -> flush(origin, segment), () -> open.add(segment));
        }
    }

    private void flush(Origin origin, Segment segment) {
        String shown = origin.allowance().take(segment.text().take());
        stream(origin, segment.stream(), shown);
        if (shown.isEmpty() && now() - toldAt > TELL_MILLISECONDS) {
            tell(origin);
        }
    }

    /** The running cell has come to its end: says how many lines were not shown. */
    synchronized void finish() {
        flush();
        Origin.current().ifPresent(this::tell);
    }

    private void tell(Origin origin) {
        origin.allowance().rest().ifPresent(line -> stream(origin, "stdout", line));
        toldAt = now();
    }

    private void stream(Origin origin, String name, String text) {
        if (!text.isEmpty()) {
            due = Math.min(Math.max(due, now()) + JOIN_MILLISECONDS, now() + LONGEST_MILLISECONDS);
            enqueue(origin.request().news("stream", Json.object("name", name, "text", text)), text.length());
        }
    }

    private void enqueue(Message message, int characters) {
        outbox.add(new Outgoing(message, characters));
        waiting += characters;
        notifyAll();
    }

    /** Waits until all that was queued is on the wire, at most two seconds. */
    synchronized void drain() {
        flush();
        long end = now() + DRAIN_MILLISECONDS;
        try {
            while ((sending || !outbox.isEmpty()) && now() < end) {
                wait(end - now() + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() {
        try {
            for (Optional<Message> next = next(); next.isPresent(); next = next()) {
                send(next.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Message message) {
        try {
            wire.accept(message);
        } catch (RuntimeException e) {
            Log.note("a message was not sent: " + e);
        }
    }

    /** {@return the next message as soon as there is one; nothing at the end} */
    private synchronized Optional<Message> next() throws InterruptedException {
        sending = false;
        notifyAll();
        while (outbox.isEmpty() && !closed) {
            long left = open.isEmpty() ? FOR_EVER : due - now();
            if (left > 0 || open.isEmpty()) {
                wait(left);
            } else {
                flushLate();
            }
        }
        Optional<Outgoing> next = Optional.ofNullable(outbox.poll());
        waiting -= next.map(Outgoing::characters).orElse(0);
        sending = next.isPresent();
        return next.map(Outgoing::message);
    }

    /** Text before the first request cannot be sent yet; it sleeps until one comes. */
    private void flushLate() throws InterruptedException {
        flush();
        if (!open.isEmpty()) {
            wait(FOR_EVER);
        }
    }

    /** Sends the rest and stops. */
    @Override
    public void close() {
        drain();
        synchronized (this) {
            closed = true;
            notifyAll();
        }
    }
}
