package layerwise.kernel;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * One running kernel: its sockets, its streams, its evaluator, and which request is answered by whom.
 *
 * <p>The start-up code runs while Jupyter is still connecting; only the first cell waits for it.
 */
final class Session {
    private static final long STUCK_MILLISECONDS = 1000;

    private final Connection connection;
    private final Output output;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CompletableFuture<Evaluator> evaluator = new CompletableFuture<>();
    private final History history = new History(HistoryFile.ofUser());
    private final Explanations explanations;
    private final Cells cells;
    private final Magics magics;
    private final Comms comms;
    private final Questions questions;
    private final Function<String, List<String>> texts;
    private final String banner;

    Session(
            Connection connection,
            Renderers renderers,
            Explanations explanations,
            MemoryUse memory,
            Function<String, List<String>> texts,
            String banner) {
        this.connection = connection;
        this.explanations = explanations;
        this.texts = texts;
        this.banner = banner;
        output = new Output(connection::publish);
        Notebook notebook = new Notebook(renderers, output, System::nanoTime);
        questions = new Questions(connection.stdin(), output);
        magics = new Magics(evaluator::join, memory);
        cells = new Cells(evaluator::join, renderers, output, notebook, history, magics);
        comms = new Comms(output, this::handle);
        Display.install(notebook);
        Input.install(questions);
        Comm.install(comms);
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
        Map<String, Shell.Handler> handlers = new HashMap<>(Map.of(
                "execute_request", request -> Optional.of(execute(request)),
                "complete_request",
                        request -> magics.complete(request.content())
                                .or(() -> Optional.of(help().complete(asked(request)))),
                "inspect_request", request -> Optional.of(help().inspect(asked(request))),
                "is_complete_request", request -> Optional.of(help().isComplete(java(request))),
                "history_request", request -> Optional.of(history.answer(request.content())),
                "comm_info_request", request -> Optional.of(comms.info(request.content())),
                "comm_open", comms::opened,
                "comm_msg", comms::received,
                "comm_close", comms::closed));
        handlers.putAll(always());
        return handlers;
    }

    private Map<String, Shell.Handler> control() {
        Map<String, Shell.Handler> handlers =
                new HashMap<>(Map.of("interrupt_request", request -> Optional.of(interrupt())));
        handlers.putAll(always());
        return handlers;
    }

    private JsonObject execute(Message request) {
        questions.begin();
        return cells.execute(request);
    }

    /** What is answered on both channels; on control also while a cell runs. */
    private Map<String, Shell.Handler> always() {
        return Map.of(
                "kernel_info_request", request -> Optional.of(info()),
                "debug_request", request -> Optional.of(refuseDebugger(request.content())),
                "shutdown_request", this::shutdown);
    }

    private JsonObject asked(Message request) {
        return magics.asked(request.content());
    }

    private JsonObject java(Message request) {
        return magics.java(request.content());
    }

    /** Runs a front end's message to a comm where cells run; it prints and fails like a cell. */
    private void handle(Message cause, Runnable handler) {
        output.attach(cause);
        try {
            evaluator.join().onCellThread(() -> {
                handler.run();
                return Optional.empty();
            });
        } catch (CellFailure failure) {
            output.write("stderr", failure.report().text() + "\n");
        }
    }

    private CodeHelp help() {
        return new CodeHelp(evaluator.join(), texts);
    }

    private JsonObject info() {
        return KernelInfo.reply(banner);
    }

    /** Answers cells and questions as if a front end had sent them; nothing of it is kept in the history. */
    void rehearse(List<String> cells) {
        for (String code : cells) {
            JsonObject content = Json.object("code", code, "store_history", false, "cursor_pos", code.length());
            Message request = Message.announcement("execute_request", content);
            this.cells.execute(request);
            help().complete(content);
            help().inspect(content);
            help().isComplete(content);
        }
        output.drain();
    }

    /** In the form that the debug adapter protocol gives a refusal, and that of a reply. */
    private static JsonObject refuseDebugger(JsonObject request) {
        JsonObject refusal = new ErrorReport(
                        "NoDebugger", "this kernel has no debugger; print or assert in the cell", List.of())
                .reply();
        refusal.addProperty("type", "response");
        refusal.addProperty("request_seq", Json.number(request, "seq", 0));
        refusal.addProperty("command", Json.text(request, "command", ""));
        refusal.addProperty("success", false);
        refusal.addProperty("message", Json.text(refusal, "evalue", ""));
        return refusal;
    }

    private JsonObject interrupt() {
        if (evaluator.isDone() && !evaluator.isCompletedExceptionally()) {
            evaluator.join().interrupt();
            int cell = Guard.cells();
            Threads.daemon("interrupt", () -> nameStuckCall(evaluator.join(), cell))
                    .start();
        }
        return Json.object("status", "ok");
    }

    /** A native call cannot be stopped; then the reader is told which it is. */
    private void nameStuckCall(Evaluator running, int cell) {
        try {
            Thread.sleep(STUCK_MILLISECONDS);
        } catch (InterruptedException e) {
            return;
        }
        if (Guard.stopped() && Guard.cells() == cell) {
            StuckCall.sentence(running.position(), running.state())
                    .ifPresent(sentence -> output.write("stderr", sentence));
        }
    }

    /** The other front ends hear of the end too. */
    private Optional<JsonObject> shutdown(Message request) {
        boolean restart = Json.flag(request.content(), "restart", false);
        JsonObject reply = Json.object("status", "ok", "restart", restart);
        output.publish(request.news("shutdown_reply", reply));
        Threads.daemon("end", this::end).start();
        return Optional.of(reply);
    }

    private void end() {
        try {
            TimeUnit.MILLISECONDS.sleep(50); // the reply and the idle state leave first
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        output.close();
        finishHistory();
        ended.countDown();
    }

    private void finishHistory() {
        try {
            history.finish();
        } catch (IllegalStateException e) {
            Log.note(e.getMessage());
        }
    }

    /** Waits until a front end has asked for the end. */
    void await() throws InterruptedException {
        ended.await();
    }
}
