package layerwise.engine;

import ai.djl.engine.Engine;
import ai.djl.util.Utils;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/** Opens the engine that trains, or says in a sentence why there is none and what would cure it. */
public final class Engines {
    private static final Set<String> INTEL_AND_AMD = Set.of("amd64", "x86_64"); // what MXNet has libraries for

    private Engines() {}

    /**
     * {@return the engine: MXNet where it has a library for this machine, else another engine of DJL on the class path}
     *
     * @throws EngineUnavailable if there is none, or its library cannot be unpacked
     */
    public static synchronized Engine open() {
        quiet();
        if (INTEL_AND_AMD.contains(System.getProperty("os.arch")) && System.getenv("DJL_DEFAULT_ENGINE") == null) {
            quiet("ai.djl.default_engine", "MXNet"); // DJL would prefer PyTorch where both are there
        }
        bindJpeg();
        try {
            return Engine.getInstance();
        } catch (RuntimeException | LinkageError e) {
            throw new EngineUnavailable(explain(e), e);
        }
    }

    /**
     * MXNet's library brings a libjpeg of its own. If the JDK has not bound its codec by then, it finds the wrong one and no
     * JPEG can be read or written any more; it then gives out null, where someone has opened MXNet without this class.
     */
    private static void bindJpeg() {
        ImageIO.getImageReadersByFormatName("jpeg")
                .forEachRemaining(reader -> Optional.ofNullable(reader).ifPresent(ImageReader::dispose));
        ImageIO.getImageWritersByFormatName("jpeg")
                .forEachRemaining(writer -> Optional.ofNullable(writer).ifPresent(ImageWriter::dispose));
    }

    /** {@return the engine's name and version; throws as {@link #open} does} */
    public static String describe() {
        return open().getEngineName() + " " + open().getVersion();
    }

    /** {@return the version of DJL, the library between Java and the engine} */
    public static String djl() {
        return Engine.getDjlVersion();
    }

    /** {@return the folder that the engine's library is unpacked to; DJL_CACHE_DIR names another} */
    public static Path cache() {
        return Utils.getCacheDir().toAbsolutePath();
    }

    /** DJL asks a cloud service otherwise; a lesson runs offline. */
    static void quiet() {
        quiet("OPT_OUT_TRACKING", "true");
    }

    private static void quiet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static String explain(Throwable e) {
        String machine = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        String root = rootMessage(e);
        if (root.contains("Read-only file system")
                || root.contains("No space left")
                || has(e, java.nio.file.AccessDeniedException.class)) {
            return "the engine's library could not be unpacked (" + root
                    + "); set DJL_CACHE_DIR to a folder with 300 MB of room that can be written to";
        }
        return "no engine runs on " + machine + " (" + root
                + "); MXNet has libraries for 64-bit Intel and AMD only: elsewhere everything but training works, and DJL's"
                + " PyTorch engine (ai.djl.pytorch:pytorch-engine) on the class path trains";
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        return e != null && (type.isInstance(e) || has(e.getCause(), type));
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    /** There is no engine to train with; the message says why and what would cure it. */
    public static final class EngineUnavailable extends IllegalStateException {
        private static final long serialVersionUID = 1;

        EngineUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
