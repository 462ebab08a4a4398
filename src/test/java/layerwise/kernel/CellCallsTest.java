package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CellCallsTest {
    private static final Evaluator EVALUATOR = new Evaluator();

    @AfterAll
    static void close() {
        EVALUATOR.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new CompletableFuture<Integer>().join()",
                "List.of(new CompletableFuture<Integer>()).stream().map(CompletableFuture::join).toList()",
                "ReentrantLock lock = new ReentrantLock();\nThread holder = new Thread(lock::lock); holder.start();"
                        + " holder.join();\nlock.lock();",
                "ReadWriteLock both = new ReentrantReadWriteLock();\n"
                        + "Thread writer = new Thread(both.writeLock()::lock); writer.start(); writer.join();\n"
                        + "both.readLock().lock();"
            })
    void anInterruptEndsAWaitThatTheJdkDoesNotEnd(String source) throws Exception {
        EVALUATOR.prepare("import java.util.*;\nimport java.util.concurrent.*;\nimport java.util.concurrent.locks.*;");
        Threads.daemon("interrupter", () -> {
                    awaitWaiting();
                    EVALUATOR.interrupt();
                })
                .start();
        assertThat(catchThrowableOfType(CellFailure.class, () -> EVALUATOR.evaluate(new Cell(7, source)))
                        .report()
                        .name())
                .isEqualTo("Interrupted");
        assertThat(EVALUATOR.evaluate(new Cell(8, "1 + 1"))).contains(2);
    }

    private static void awaitWaiting() {
        while (EVALUATOR.position().stream()
                .noneMatch(frame -> frame.getClassName().equals(CellCalls.class.getName()))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aJoinEndsAsThatOfTheJdk() {
        assertThat(CellCalls.join(CompletableFuture.completedFuture(3))).isEqualTo(3);
        IllegalStateException cause = new IllegalStateException("inside");
        assertThatThrownBy(() -> CellCalls.join(CompletableFuture.failedFuture(cause)))
                .isInstanceOf(CompletionException.class)
                .hasCause(cause);
        CompletableFuture<Integer> cancelled = new CompletableFuture<>();
        cancelled.cancel(true);
        assertThatThrownBy(() -> CellCalls.join(cancelled)).isInstanceOf(CancellationException.class);
    }

    @Test
    void anInterruptThatIsNotTheCellsIsKept() {
        Guard.begin(Thread.currentThread());
        Thread.currentThread().interrupt();
        ReentrantLock lock = new ReentrantLock();
        CellCalls.lock(lock);
        assertThat(lock.isHeldByCurrentThread()).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }
}
