package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private static final long MILLISECOND = 1_000_000;

    private final List<String> shown = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();

    private final class Paper implements Screen {
        private final boolean watched;

        Paper(boolean watched) {
            this.watched = watched;
        }

        @Override
        public void show(Object value) {
            throw new AssertionError("a bar has a place");
        }

        @Override
        public void show(Object value, String id) {
            shown.add(((MimeBundle) value).form("text/plain").orElseThrow());
        }

        @Override
        public void update(String id, Object value) {
            show(value, id);
        }

        @Override
        public void clear(boolean wait) {
            throw new AssertionError("a bar clears nothing");
        }

        @Override
        public boolean watched() {
            return watched;
        }
    }

    private ProgressBar<Integer> bar(int count, boolean watched) {
        Iterable<Integer> numbers = () -> IntStream.rangeClosed(1, count).iterator();
        return new ProgressBar<>("epoch", numbers, count, new Paper(watched), clock::get);
    }

    @Test
    void aWatchedLoopShowsRateAndTimeLeftAtMostTenTimesASecond() {
        for (int i : bar(1000, true)) {
            assertThat(i).isPositive();
            clock.addAndGet(10 * MILLISECOND);
        }
        assertThat(shown).hasSizeBetween(95, 102);
        assertThat(shown.get(0)).isEqualTo("░░░░░░░░░░░░░░░░░░░░ epoch 0 of 1,000");
        assertThat(shown.get(50)).isEqualTo("██████████░░░░░░░░░░ epoch 500 of 1,000, 100 a second, 0:05 left");
        assertThat(shown.get(shown.size() - 1))
                .isEqualTo("████████████████████ epoch 1,000 of 1,000, 0:10, 100 a second");
    }

    @Test
    void aSlowLoopCountsSecondsForEach() {
        var bar = bar(3, true);
        clock.addAndGet(4000 * MILLISECOND);
        bar.step();
        assertThat(shown.get(1)).isEqualTo("██████░░░░░░░░░░░░░░ epoch 1 of 3, 4.00 s each, 0:08 left");
    }

    @Test
    void withoutAReaderOneLastLineIsShown() {
        for (int i : bar(1000, false)) {
            clock.addAndGet(i * MILLISECOND);
        }
        assertThat(shown).containsExactly("████████████████████ epoch 1,000 of 1,000");
    }

    @Test
    void aBarThatIsMovedByHandEndsWithItsBlock() {
        try (var bar = bar(4, false)) {
            bar.step(3);
        }
        assertThat(shown).containsExactly("███████████████░░░░░ epoch 3 of 4");
    }

    @Test
    void whatHasNoKnownEndIsCounted() {
        for (var each : new ProgressBar<>("", List.of("a", "b"), -1, new Paper(false), clock::get)) {
            assertThat(each).isNotEmpty();
        }
        assertThat(shown).containsExactly("2");
    }

    @Test
    void nothingToDoIsDone() {
        assertThat(bar(0, false).iterator()).isExhausted();
        assertThat(shown).containsExactly("epoch 0 of 0");
    }
}
