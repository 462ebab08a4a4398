package layerwise.data;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/**
 * The batches of one {@link Pass}, cut by another thread ahead of the one who asks, into four sets of arrays in turn.
 *
 * <pre>{@code
 * try (Batches batches = Batches.of(data, preparation, 32, Pass.plain(seed, epoch))) {
 *     for (Batch batch : batches) { … }
 * }
 * }</pre>
 *
 * <p>A batch stays as it is until the second one after it is asked for; then its arrays are filled anew. Which batches
 * come depends on the pass alone. What goes wrong in the other thread is thrown where the batch is asked for; closing
 * ends the thread, whatever it does.
 */
public final class Batches implements Iterable<Batch>, AutoCloseable {
    private static final int AHEAD = 2;
    private static final int HELD = 2;

    private final String name;
    private final int images;
    private final int size;
    private final Cut cut;
    private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(AHEAD + HELD);
    private final BlockingQueue<Supplier<Batch>> ready = new ArrayBlockingQueue<>(AHEAD + HELD + 1);
    private final Thread cutter;
    private boolean taken;

    /** How a batch is filled with the images at places from (inclusive) to (exclusive) of the order. */
    @FunctionalInterface
    interface Cut {
        void fill(Batch batch, int from, int to);
    }

    Batches(String name, int images, Preparation preparation, int size, Cut cut) {
        this.name = name;
        this.images = images;
        this.size = size;
        this.cut = cut;
        for (int i = 0; i < AHEAD + HELD; i++) {
            free.add(preparation.batch(size));
        }
        cutter = new Thread(this::cutAll, "layerwise-batches");
        cutter.setDaemon(true);
        cutter.start();
    }

    /**
     * {@return the batches of {@code size} images of this pass, the last one with what is left}
     *
     * @throws IllegalArgumentException if the images do not fit the input, or the size is not one of a batch
     */
    public static Batches of(Dataset data, Preparation preparation, int size, Pass pass) {
        preparation.check(data, pass.augmentation());
        int[] order = pass.order(data.size());
        return new Batches(
                data.name(),
                order.length,
                preparation,
                size,
                (batch, from, to) -> batch.fill(data, order, from, to, pass));
    }

    /** {@return how many batches there are} */
    public int count() {
        return (images + size - 1) / size;
    }

    /** {@return how many images there are} */
    public int images() {
        return images;
    }

    /**
     * {@return the batches, one after the other}
     *
     * @throws IllegalStateException if they were asked for before
     */
    @Override
    public Iterator<Batch> iterator() {
        if (taken) {
            throw new IllegalStateException(
                    name + ": the batches of a pass can be asked for once; make new ones for another pass");
        }
        taken = true;
        return new InTurn();
    }

    /** Ends the other thread and waits until it has ended. */
    @Override
    public void close() {
        cutter.interrupt();
        boolean interrupted = false;
        while (cutter.isAlive()) {
            try {
                cutter.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void cutAll() {
        try {
            for (int from = 0; from < images; from += size) {
                Batch batch = free.take();
                cut.fill(batch, from, Math.min(images, from + size));
                ready.put(() -> batch);
            }
        } catch (InterruptedException e) {
            fail(() -> new IllegalStateException(name + ": its batches were closed before all were given", e));
        } catch (RuntimeException e) {
            fail(() -> e);
        } catch (Error e) {
            fail(() -> new IllegalStateException(name + ": its batches could not be cut: " + e, e));
        }
    }

    /** Whoever asks now, and whoever asks again, is told. */
    private void fail(Supplier<RuntimeException> failure) {
        ready.offer(() -> {
            fail(failure);
            throw failure.get();
        });
    }

    /** Hands batches out, and takes back the one before the last. */
    private final class InTurn implements Iterator<Batch> {
        private final ArrayDeque<Batch> held = new ArrayDeque<>();
        private int given;

        @Override
        public boolean hasNext() {
            return given < count();
        }

        @Override
        public Batch next() {
            if (!hasNext()) {
                throw new NoSuchElementException(name + ": all " + count() + " batches were given");
            }
            if (held.size() == HELD) {
                free.add(held.remove());
            }
            Batch batch = take();
            held.add(batch);
            given++;
            return batch;
        }
    }

    /** An interrupted thread gets its batch too: whether to go on is for the one who asks, who still finds it interrupted. */
    private Batch take() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return ready.take().get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
