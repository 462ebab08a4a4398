package layerwise.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that this process has in memory, the engine's included where the system tells. */
final class Footprint {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";

    private Footprint() {}

    /** {@return resident bytes on Linux; elsewhere those of the Java heap, which do not count the engine} */
    static long bytes() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseGet(Footprint::heap);
        } catch (IOException e) {
            return heap();
        }
    }

    private static long heap() {
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
