package layerwise.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

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
 * <p>A JVM that is started with {@code --add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED} lets go of what no later cell can
 * name, so that a long session stays as quick and as small as a short one; without it, it grows.
 *
 * <p>One kernel a JVM: it takes over {@code System.in}, {@code System.out} and {@code System.err}.
 *
 * <p>Two environment variables, for the {@code env} of a kernelspec: {@code LAYERWISE_KERNEL_GUARD=off} leaves the check
 * for an interrupt out of loops and methods (so does the system property {@code layerwise.kernel.guard}), and
 * {@code LAYERWISE_KERNEL_HISTORY} is {@code off} or the file that keeps the cells of all sessions.
 */
public final class Kernel {

    /** What a cell may use without an import: JShell's usual packages and the words of {@link Display} and {@link Input}. */
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
            import static layerwise.kernel.Input.*;
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
        private final Renderers renderers = Looks.register(new Renderers());
        private final MemoryUse memory = new MemoryUse();
        private final Explanations explanations = JavaExplanations.register(new Explanations());
        private Function<String, List<String>> texts = call -> List.of();
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

        /** Adds a line to what {@code %mem} says; empty where there is nothing to say. */
        public Builder memory(Supplier<String> line) {
            memory.add(line);
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

        /** Says which expression may be meant by a name that nothing defines, {@code lenet5}; empty for no such name. */
        public Builder insteadOf(Function<String, Optional<String>> expression) {
            explanations.put(expression);
            return this;
        }

        /** Says what cures a compile error, by its message and the statement; asked before the kernel's own hints. */
        public Builder cure(BiFunction<String, String, Optional<String>> ofMessageAndStatement) {
            explanations.put(ofMessageAndStatement);
            return this;
        }

        /**
         * Says what Tab offers in the text that a call begins with: in {@code check("} what {@code ofCall} has for
         * {@code check}; where it has nothing, paths are offered.
         */
        public Builder texts(Function<String, List<String>> ofCall) {
            texts = ofCall;
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
         */
        public Kernel start(Path connectionFile) throws IOException {
            Session session = session(connectionFile);
            session.start(startup);
            return new Kernel(session);
        }

        private Session session(Path connectionFile) throws IOException {
            return new Session(Connection.open(connectionFile), renderers, explanations, memory, texts, banner);
        }

        /**
         * {@return whether a stock IJava or JJava kernel runs in this JVM; it has been told our looks}
         *
         * <p>It looks a type up by its classes and interfaces, {@code Object} last: what it has no look of its own for (an
         * array of arrays is nothing but an {@code Object} to it) is looked up again by our rules.
         *
         * <p>What cannot be told there is shown as text, as that kernel does with what it does not know.
         */
        public boolean tellStockKernel() {
            Optional<StockNotebook> stock = StockNotebook.find();
            stock.ifPresent(notebook -> renderers.known().forEach(type -> tell(notebook, type)));
            return stock.isPresent();
        }

        private void tell(StockNotebook notebook, Class<?> type) {
            try {
                notebook.register(type, renderers::render);
            } catch (ReflectiveOperationException e) {
                Log.note(type.getName() + " is shown as text: this kernel takes no renderers (" + e + ")");
            }
        }

        /**
         * Runs cells as Jupyter would, but by itself, and leaves the JVM: what a JVM that archives its classes is to load.
         *
         * @throws IOException if no port is free
         */
        public void rehearse(List<String> cells) throws IOException {
            headless();
            Path file = Connection.ofFreePorts();
            try {
                Session session = session(file);
                session.start(startup);
                session.rehearse(cells);
            } finally {
                Files.deleteIfExists(file);
            }
            System.exit(0);
        }

        private static void headless() {
            System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
        }

        /** Starts, waits for the end and leaves the JVM; what prevents the start is one sentence and exit code 1. */
        public void run(String... args) {
            try {
                if (args.length != 1 || !Files.isReadable(Path.of(args[0]))) {
                    throw new IOException(
                            "expected one argument, the connection file that Jupyter writes, got " + List.of(args));
                }
                headless();
                followParent();
                if (missing().isPresent()) {
                    new Apology(
                                    Connection.open(Path.of(args[0])),
                                    banner,
                                    missing().get())
                            .serve();
                } else {
                    start(Path.of(args[0])).await();
                }
                System.exit(0);
            } catch (IOException e) {
                System.err.println("the Java kernel does not start: " + e.getMessage());
                System.exit(1);
            } catch (InterruptedException e) {
                System.exit(1);
            }
        }
    }

    /** {@return what this Java lacks, and the cure; nothing where it is whole} */
    private static Optional<String> missing() {
        return ModuleLayer.boot().findModule("jdk.jshell").isPresent()
                ? Optional.empty()
                : Optional.of("this kernel needs a whole JDK, and " + System.getProperty("java.home")
                        + " has no module jdk.jshell (it is a JRE); point JAVA_HOME at a JDK 17 or later"
                        + " and restart the kernel");
    }

    /** A kernel whose Jupyter has gone ends too; Jupyter names itself in {@code JPY_PARENT_PID}. */
    private static void followParent() {
        Optional.ofNullable(System.getenv("JPY_PARENT_PID"))
                .filter(pid -> pid.matches("[1-9]\\d{1,17}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }
}
