package layerwise.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import layerwise.layers.Shape;

/** Decodes files into the places of one array, on all processors; which thread takes which file changes nothing. */
final class ImageLoader {
    private static final int LISTED = 5;

    private final Path folder;
    private final Shape shape;
    private final List<Path> files;
    private final byte[] pixels;
    private final AtomicInteger next = new AtomicInteger();
    private final String[] faults;

    ImageLoader(Path folder, Shape shape, List<Path> files) throws IOException {
        this.folder = folder;
        this.shape = shape;
        this.files = files;
        faults = new String[files.size()];
        if (files.size() > Dataset.most(shape)) {
            throw new IOException(folder + ": expected at most " + Dataset.most(shape) + " images of " + shape
                    + " for one array, got " + files.size() + "; ask for a smaller shape");
        }
        pixels = Reading.room(folder, files.size() * shape.size(), files.size() + " images of " + shape);
    }

    Dataset load(List<String> classes, int[] labels) throws IOException {
        decodeAll();
        List<Integer> bad = new ArrayList<>();
        for (int i = 0; i < faults.length; i++) {
            if (faults[i] != null) {
                bad.add(i);
            }
        }
        if (!bad.isEmpty()) {
            throw new IOException(describe(bad));
        }
        return Dataset.own(
                folder.toAbsolutePath().normalize().getFileName().toString(), shape, classes, labels, pixels);
    }

    private String describe(List<Integer> bad) {
        String list = bad.stream()
                .limit(LISTED)
                .map(i -> folder.relativize(files.get(i)) + " (" + faults[i] + ")")
                .collect(Collectors.joining(", "));
        String more = bad.size() > LISTED ? " and " + (bad.size() - LISTED) + " more" : "";
        return folder + ": expected " + files.size() + " images that can be read, got " + bad.size() + " that cannot: "
                + list + more + "; replace them or take them away";
    }

    private void decodeAll() throws IOException {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), Math.max(1, files.size()));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(this::decodeSome));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(folder + ": reading " + files.size() + " images was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(folder + ": reading images failed by " + e.getCause(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private void decodeSome() {
        for (int i = next.getAndIncrement();
                i < files.size() && !Thread.currentThread().isInterrupted();
                i = next.getAndIncrement()) {
            try {
                Photograph.read(files.get(i), shape).cut(shape, pixels, i * (int) shape.size());
            } catch (IOException e) {
                faults[i] = e.getMessage();
            }
        }
    }
}
