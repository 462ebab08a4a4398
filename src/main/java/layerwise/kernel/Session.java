package layerwise.kernel;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One running kernel: its sockets, its streams, its evaluator, and which request is answered by whom.
 *
 * <p>The start-up code runs while Jupyter is still connecting; only the first cell waits for it.
 */
final class Session {
    private static final long STUCK_MILLISECONDS = 2000;

    private final Connection connection;
    private final Output output;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CompletableFuture<Evaluator> evaluator = new CompletableFuture<>();
    private final History history = new History();
    private final Explanations explanations;
    private final Cells cells;
    private final String banner;

    Session(Connection connection, Renderers renderers, Explanations explanations, String banner) {
        this.connection = connection;
        this.explanations = explanations;
        this.banner = banner;
        output = new Output(connection.iopub()::send);
        Notebook notebook = new Notebook(renderers, output, System::nanoTime);
        Questions questions = new Questions(connection.stdin());
        cells = new Cells(evaluator::join, renderers, output, notebook, questions, history);
        Display.install(notebook);
        Log.open();
        System.setOut(TextStream.print(output, "stdout"));
        System.setErr(TextStream.print(output, "stderr"));
        System.setIn(new InputLines(questions));
    }

    /** Begins to serve, and to evaluate the start-up code. */
    void start(List<String> startup) {
        Threads.daemon("start-up", () -> prepare(startup)).start();
        output.publish(Message.announcement("status", Json.object("execution_state", "starting")));
        Threads.daemon("control", new Shell(connection.control(), output, control())::serve)
                .start();
        Threads.daemon("shell", new Shell(connection.shell(), output, shell())::serve)
                .start();
    }

    private void prepare(List<String> startup) {
        try {
            Evaluator ready = new Evaluator(explanations);
            for (String source : startup) {
                ready.prepare(source).forEach(report -> output.write("stderr", report.text() + "\n"));
            }
            evaluator.complete(ready);
            Threads.daemon("warm-up", () -> warmUp(ready)).start();
        } catch (RuntimeException | Error e) {
            evaluator.completeExceptionally(e);
        }
    }

    /** A reader's first Tab should not wait; a notebook that runs at once should not wait for this. */
    private static void warmUp(Evaluator ready) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        new CodeHelp(ready).warmUp();
    }

    private Map<String, Shell.Handler> shell() {
        return Map.of(
                "execute_request", request -> Optional.of(cells.execute(request)),
                "complete_request", request -> Optional.of(help().complete(request.content())),
                "inspect_request", request -> Optional.of(help().inspect(request.content())),
                "is_complete_request", request -> Optional.of(help().isComplete(request.content())),
                "history_request", request -> Optional.of(history.answer(request.content())),
                "kernel_info_request", request -> Optional.of(info()),
                "comm_info_request", request -> Optional.of(Json.object("status", "ok", "comms", Map.of())),
                "comm_open", this::refuseComm,
                "shutdown_request", this::shutdown);
    }

    private Map<String, Shell.Handler> control() {
        return Map.of(
                "interrupt_request", request -> Optional.of(interrupt()),
                "kernel_info_request", request -> Optional.of(info()),
                "shutdown_request", this::shutdown);
    }

    private CodeHelp help() {
        return new CodeHelp(evaluator.join());
    }

    private JsonObject info() {
        JsonObject language = Json.object(
                "name", "Java",
                "version", Runtime.version().toString(),
                "mimetype", "text/x-java-source",
                "file_extension", ".jshell",
                "pygments_lexer", "java",
                "codemirror_mode", "text/x-java",
                "nbconvert_exporter", "script");
        return Json.object(
                "status",
                "ok",
                "protocol_version",
                Message.PROTOCOL,
                "implementation",
                "layerwise-kernel",
                "implementation_version",
                "0.1",
                "language_info",
                language,
                "banner",
                banner,
                "help_links",
                List.of());
    }

    /** No comm has a target here, and the protocol answers a comm without target by closing it. */
    private Optional<JsonObject> refuseComm(Message request) {
        String id = Json.text(request.content(), "comm_id", "");
        output.publish(request.news("comm_close", Json.object("comm_id", id, "data", Map.of())));
        return Optional.empty();
    }

    private JsonObject interrupt() {
        if (evaluator.isDone() && !evaluator.isCompletedExceptionally()) {
            evaluator.join().interrupt();
            Threads.daemon("interrupt", () -> nameStuckCall(evaluator.join())).start();
        }
        return Json.object("status", "ok");
    }

    /** A native call cannot be stopped; then the reader is told which it is. */
    private void nameStuckCall(Evaluator running) {
        try {
            Thread.sleep(STUCK_MILLISECONDS);
        } catch (InterruptedException e) {
            return;
        }
        if (Guard.stopped()) {
            running.position().stream()
                    .findFirst()
                    .ifPresent(frame -> output.write(
                            "stderr",
                            "the cell is still in " + frame.getClassName() + "." + frame.getMethodName()
                                    + ", which cannot be stopped from outside; wait for it, or restart the kernel\n"));
        }
    }

    private Optional<JsonObject> shutdown(Message request) {
        boolean restart = Json.flag(request.content(), "restart", false);
        Threads.daemon("end", this::end).start();
        return Optional.of(Json.object("status", "ok", "restart", restart));
    }

    private void end() {
        try {
            TimeUnit.MILLISECONDS.sleep(50); // the reply and the idle state leave first
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        output.close();
        ended.countDown();
    }

    /** Waits until a front end has asked for the end. */
    void await() throws InterruptedException {
        ended.await();
    }
}
