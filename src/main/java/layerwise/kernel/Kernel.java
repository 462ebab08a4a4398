package layerwise.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A Java kernel for Jupyter, started with the connection file that Jupyter writes.
 *
 * <pre>{@code
 * Kernel.builder()
 *         .startup("import java.util.*;")
 *         .render(Duration.class, d -> MimeBundle.text(d.toSeconds() + " s"))
 *         .run(args);
 * }</pre>
 *
 * <p>One kernel a JVM: it takes over {@code System.in}, {@code System.out} and {@code System.err}.
 */
public final class Kernel {

    /** What a cell may use without an import: JShell's usual packages and the words of {@link Display}. */
    static final String IMPORTS = """
            import java.io.*;
            import java.math.*;
            import java.net.*;
            import java.nio.file.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            import java.util.prefs.*;
            import java.util.regex.*;
            import java.util.stream.*;
            import static layerwise.kernel.Display.*;
            """;

    private final Session session;

    private Kernel(Session session) {
        this.session = session;
    }

    /** Runs the bare kernel; {@code args} is the connection file. */
    public static void main(String[] args) {
        builder().run(args);
    }

    /** {@return a kernel to be told its start-up code and renderers} */
    public static Builder builder() {
        return new Builder();
    }

    /** Waits until Jupyter shuts the kernel down. */
    public void await() throws InterruptedException {
        session.await();
    }

    /** What a kernel knows before it starts. */
    public static final class Builder {
        private final List<String> startup = new ArrayList<>(List.of(IMPORTS));
        private final Renderers renderers = Pictures.register(new Renderers());
        private final Explanations explanations = JavaExplanations.register(new Explanations());
        private String banner = "Java " + Runtime.version();

        private Builder() {}

        /** Adds imports and snippets that are evaluated before the first cell; an error in one is reported there. */
        public Builder startup(String source) {
            startup.add(source);
            return this;
        }

        /** Shows values of this class, its subclasses or its implementations that way. */
        public <T> Builder render(Class<T> type, Function<? super T, MimeBundle> renderer) {
            renderers.put(type, renderer);
            return this;
        }

        /** Says below an error of this class what it means and what to do; of several rules the latest that answers wins. */
        public <T extends Throwable> Builder explain(Class<T> type, Function<? super T, Optional<String>> explanation) {
            explanations.put(type, explanation);
            return this;
        }

        /** The same for classes that are known by name only: those of a library that may be absent. */
        public Builder explain(Predicate<String> className, Function<Throwable, Optional<String>> explanation) {
            explanations.put(className, explanation);
            return this;
        }

        /** The sentence by which the kernel introduces itself in a console. */
        public Builder banner(String sentence) {
            banner = sentence;
            return this;
        }

        /**
         * {@return the kernel, listening where the connection file says}
         *
         * @throws IOException if the file cannot be read or one of its ports is taken
         * @throws IllegalStateException if this Java has no JShell
         */
        public Kernel start(Path connectionFile) throws IOException {
            requireJShell();
            Session session = new Session(Connection.open(connectionFile), renderers, explanations, banner);
            session.start(startup);
            return new Kernel(session);
        }

        /** Starts, waits for the end and leaves the JVM; what prevents the start is one sentence and exit code 1. */
        public void run(String... args) {
            try {
                if (args.length != 1 || !Files.isReadable(Path.of(args[0]))) {
                    throw new IOException(
                            "expected one argument, the connection file that Jupyter writes, got " + List.of(args));
                }
                System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
                Kernel kernel = start(Path.of(args[0]));
                followParent();
                kernel.await();
                System.exit(0);
            } catch (IOException | IllegalStateException e) {
                System.err.println("the Java kernel does not start: " + e.getMessage());
                System.exit(1);
            } catch (InterruptedException e) {
                System.exit(1);
            }
        }
    }

    private static void requireJShell() {
        if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
            throw new IllegalStateException(System.getProperty("java.home")
                    + " has no module jdk.jshell (it is a JRE); point JAVA_HOME at a JDK 17 or later");
        }
    }

    /** A kernel whose Jupyter has gone ends too; Jupyter names itself in {@code JPY_PARENT_PID}. */
    private static void followParent() {
        Optional.ofNullable(System.getenv("JPY_PARENT_PID"))
                .filter(pid -> pid.matches("[1-9]\\d{1,17}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }
}
