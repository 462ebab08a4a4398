package layerwise.course;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The classes that a kernel loads, laid out for the JVM to share, so that it starts sooner.
 *
 * <p>One that does not fit the jar or the JDK any more is passed over by the JVM; the next installation makes a new one.
 *
 * @param file the archive of this Java's version
 * @param jar what it is made of; newer than the archive, it makes it stale
 * @param launcher the script that makes it
 */
record ClassArchive(Path file, Path jar, Path launcher) {
    private static final int MINUTES = 3;

    /** {@return the archive of the Java that runs now} */
    static ClassArchive of(Checkout checkout) {
        String name = "kernel-" + System.getProperty("java.version") + ".jsa";
        return new ClassArchive(
                checkout.root().resolve(".layerwise").resolve(name),
                checkout.root().resolve("target").resolve("layerwise.jar"),
                checkout.root().resolve("layerwise"));
    }

    /** {@return whether there is none, or one from before the jar} */
    boolean stale() throws IOException {
        return !Files.exists(file) || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) < 0;
    }

    /** Makes it where it is stale; where that fails, kernels start without, and a sentence says so. */
    void renew(Consumer<String> tell) throws IOException, InterruptedException {
        if (!Files.exists(jar) || !Files.isExecutable(launcher) || !stale()) {
            return;
        }
        var command = new ProcessBuilder(launcher.toString(), "kernel", "archive")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("LAYERWISE_BUILT", "yes");
        Process process = command.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroy();
        boolean made = ended && process.exitValue() == 0 && !stale();
        tell.accept(
                made
                        ? "classes archived for a quick start: " + file
                        : "kernels start without an archive of classes, " + "so a second slower: " + launcher
                                + " kernel archive says why");
    }
}
