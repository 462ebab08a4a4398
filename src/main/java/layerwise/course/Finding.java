package layerwise.course;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import layerwise.data.Sentence;
import layerwise.engine.Engines;
import layerwise.kernel.Kernelspec;

/** One thing that the course needs: whether it is there, and what it is or how to get it. */
record Finding(boolean ok, String subject, String text) {

    static Finding found(String subject, String text) {
        return new Finding(true, subject, text);
    }

    static Finding missing(String subject, String text) {
        return new Finding(false, subject, text);
    }

    /** {@return the line that doctor prints; the launcher's lines have the same columns} */
    String line() {
        return "%-8s %-8s %s".formatted(ok ? "ok" : "missing", subject, text);
    }

    /** The engine is there if its native library was built for this machine and loads. */
    static Finding engine() {
        try {
            return found("engine", Engines.describe() + " for " + System.getProperty("os.arch"));
        } catch (Engines.EngineUnavailable failure) {
            return missing("engine", failure.getMessage());
        }
    }

    /** The kernel is there if Jupyter's file of it names a program that can be started. */
    static Finding kernel(String name) {
        String cure = "; ./layerwise kernel install writes it";
        return Kernelspec.find(name)
                .map(spec -> spec.startable()
                        ? found("kernel", name + " starts " + spec.command().get(0) + elsewhere(spec))
                        : missing(
                                "kernel",
                                spec.folder() + " names " + spec.command() + ", which cannot be started" + cure))
                .orElseGet(() -> missing("kernel", "Jupyter knows no kernel " + name + cure));
    }

    private static String elsewhere(Kernelspec.Installed spec) {
        return spec.command().equals(Checkout.here().kernelCommand())
                ? ""
                : ", which is not this checkout's; ./layerwise kernel install changes that";
    }

    /** Real digits are a wish: without them lessons draw their own. A folder that is named must be there. */
    static Finding data(Map<String, String> environment) {
        Optional<String> named =
                Optional.ofNullable(environment.get("LAYERWISE_DATA")).filter(folder -> !folder.isBlank());
        if (named.isEmpty()) {
            return found("data", "drawn digits; LAYERWISE_DATA may name a folder of real ones");
        }
        Path folder = Path.of(named.get());
        try (Stream<Path> files = Files.list(folder)) {
            return found("data", files.count() + " files in " + folder);
        } catch (IOException failure) {
            return missing(
                    "data", "LAYERWISE_DATA: " + Sentence.of(failure) + "; name a folder of IDX files, or unset it");
        }
    }

    /** The engine unpacks its library to DJL's cache, and downloads are kept there. */
    static Finding cache() {
        Path cache = Engines.cache();
        Path nearest = cache;
        while (!Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        return Files.isDirectory(nearest) && Files.isWritable(nearest)
                ? found("cache", cache + " can be written")
                : missing("cache", cache + " cannot be written; DJL_CACHE_DIR names another folder");
    }

    /** Charts need a font: a word that is drawn must leave ink. */
    static Finding fonts() {
        System.setProperty("java.awt.headless", "true");
        try {
            if (inked()) {
                return found("fonts", "charts can be lettered");
            }
        } catch (RuntimeException | LinkageError | InternalError failure) {
            return missing("fonts", "Java cannot draw text, " + Sentence.of(failure) + cureOfFonts());
        }
        return missing("fonts", "text is drawn without ink" + cureOfFonts());
    }

    private static String cureOfFonts() {
        return "; install fontconfig and a font (Debian, Ubuntu: apt-get install fontconfig fonts-dejavu-core)";
    }

    private static boolean inked() {
        BufferedImage image = new BufferedImage(120, 30, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
        graphics.drawString("Layerwise", 2, 20);
        graphics.dispose();
        return Arrays.stream(image.getRaster().getPixels(0, 0, 120, 30, (int[]) null))
                .anyMatch(ink -> ink > 0);
    }
}
