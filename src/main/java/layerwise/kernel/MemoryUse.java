package layerwise.kernel;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What this JVM takes: its heap, what lies beside it, and what libraries say of themselves. */
final class MemoryUse {
    private static final Path STATUS = Path.of("/proc/self/status");

    private final List<Supplier<String>> libraries = new ArrayList<>();

    /** A library tells a line about itself; empty for nothing to tell. */
    void add(Supplier<String> line) {
        libraries.add(line);
    }

    /** {@return a line each: heap, beside the heap, resident where the system tells, libraries} */
    List<String> lines() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        MemoryUsage other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
        List<String> lines = new ArrayList<>();
        lines.add("heap " + megabytes(heap.getUsed()) + " used, " + megabytes(heap.getCommitted()) + " taken, at most "
                + megabytes(heap.getMax()));
        lines.add("beside it: classes and compiled code " + megabytes(other.getUsed()) + ", buffers "
                + megabytes(buffers()));
        resident().ifPresent(bytes -> lines.add("the whole process, native libraries included: " + megabytes(bytes)));
        libraries.stream().map(Supplier::get).filter(line -> !line.isEmpty()).forEach(lines::add);
        return lines;
    }

    private static long buffers() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    private static Optional<Long> resident() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // not Linux
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.0f MB", bytes / 1e6);
    }
}
