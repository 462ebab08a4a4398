package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import layerwise.layers.Shape;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final Dataset DIGITS = DrawnDigits.draw(103, 1);
    private static final Preparation LECUN = Preparation.lecun(Shape.of(1, 32, 32));

    @Test
    void theyAreTheImagesInTheOrderOfThePass() {
        Pass pass = Pass.plain(7, 2);
        int[] order = pass.order(103);
        Batch expected = LECUN.batch(10);
        int step = 0;
        try (Batches batches = Batches.of(DIGITS, LECUN, 10, pass)) {
            assertThat(batches.count()).isEqualTo(11);
            for (Batch batch : batches) {
                expected.fill(DIGITS, order, step * 10, Math.min(103, ++step * 10));
                assertThat(batch.size()).isEqualTo(expected.size());
                assertThat(batch.images()).isEqualTo(expected.images());
                assertThat(batch.labels()).isEqualTo(expected.labels());
            }
        }
        assertThat(step).isEqualTo(11);
    }

    @Test
    void distortedOnesAreTheSameInEveryRun() {
        Pass pass = new Pass(7, 2, Augmentation.of(Distortion.affine()));
        assertThat(sums(pass)).isEqualTo(sums(pass));
        assertThat(sums(pass)).isNotEqualTo(sums(new Pass(7, 3, pass.augmentation())));
    }

    @Test
    void anOrderHoldsEveryImageOnceAndIsTheSameEverywhere() {
        int[] order = Pass.plain(1, 1).order(1000);
        assertThat(IntStream.of(order).sorted().toArray())
                .isEqualTo(IntStream.range(0, 1000).toArray());
        assertThat(Arrays.copyOf(order, 8)).containsExactly(469, 943, 661, 106, 660, 128, 702, 835);
        assertThat(Pass.plain(1, 2).order(1000)).isNotEqualTo(order);
        assertThat(Pass.plain(2, 1).order(1000)).isNotEqualTo(order);
    }

    @Test
    void everyOrderOfThreeIsAsLikelyAsAnother() {
        int[] counts = new int[27];
        for (int epoch = 0; epoch < 6000; epoch++) {
            int[] order = Pass.plain(3, epoch).order(3);
            counts[order[0] * 9 + order[1] * 3 + order[2]]++;
        }
        assertThat(IntStream.of(counts).filter(count -> count > 0)).hasSize(6).allMatch(n -> n > 850 && n < 1150);
    }

    @Test
    void aBatchStaysUntilTheSecondAfterItIsAskedFor() {
        try (Batches batches = Batches.of(DIGITS, LECUN, 10, Pass.plain(1, 1))) {
            Iterator<Batch> each = batches.iterator();
            Batch before = each.next();
            float[] copy = before.images().clone();
            while (each.hasNext()) {
                Batch now = each.next();
                assertThat(before.images()).isEqualTo(copy);
                assertThat(now.images()).isNotSameAs(before.images());
                before = now;
                copy = now.images().clone();
            }
        }
    }

    @Test
    void whatGoesWrongComesOutWhereTheBatchIsAskedFor() {
        Batches.Cut broken = (batch, from, to) -> {
            if (from == 20) {
                throw new IllegalArgumentException("image 20 is broken");
            }
            batch.fill(DIGITS, from, to);
        };
        try (Batches batches = new Batches("broken", 103, LECUN, 10, broken)) {
            Iterator<Batch> each = batches.iterator();
            assertThat(each.next().size()).isEqualTo(10);
            assertThat(each.next().size()).isEqualTo(10);
            for (int again = 0; again < 3; again++) {
                assertThatThrownBy(each::next)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("image 20 is broken");
            }
        }
    }

    @Test
    void fourSetsOfArraysAreFilledInTurnAndNoMore() throws InterruptedException {
        var cut = new AtomicInteger();
        Set<float[]> sets = Collections.newSetFromMap(new IdentityHashMap<>());
        Batches.Cut counting = (batch, from, to) -> cut.incrementAndGet();
        try (Batches batches = new Batches("counted", 1000, LECUN, 10, counting)) {
            Iterator<Batch> each = batches.iterator();
            for (int given = 1; given <= 9; given++) {
                sets.add(each.next().images());
                Thread.sleep(20);
                assertThat(cut.get()).isBetween(given, given == 1 ? 4 : given + 2);
            }
        }
        assertThat(sets).hasSize(4);
    }

    @Test
    void imagesThatDoNotFitAreRefusedAtOnce() {
        Preparation small = Preparation.standard(Shape.of(1, 2, 2));
        assertThatThrownBy(() -> Batches.of(DIGITS, small, 2, Pass.plain(1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("drawn digits, seed 1: expected images no larger than the input 1×2×2");
        Distortion colour = Distortion.colour(ColourComponents.of(DrawnShapes.draw(1, 1)));
        assertThatThrownBy(() -> Batches.of(DIGITS, LECUN, 2, new Pass(1, 1, Augmentation.of(colour))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("drawn digits, seed 1: expected images of 3 channels to shift their colours,"
                        + " got 1×28×28; leave Distortion.colour out");
    }

    @Test
    void closingEndsTheThreadHoweverManyBatchesAreLeft() {
        for (int given = 0; given <= 3; given++) {
            Batches batches = Batches.of(DIGITS, LECUN, 10, Pass.plain(1, 1));
            Iterator<Batch> each = batches.iterator();
            for (int i = 0; i < given; i++) {
                each.next();
            }
            batches.close();
            batches.close();
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(t -> t.getName().equals("layerwise-batches"));
            assertThatThrownBy(() -> each.forEachRemaining(batch -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("drawn digits, seed 1: its batches were closed before all were given");
            assertThatThrownBy(each::next).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void anInterruptedThreadGetsItsBatchAndStaysInterrupted() {
        try (Batches batches = Batches.of(DIGITS, LECUN, 10, Pass.plain(1, 1))) {
            Thread.currentThread().interrupt();
            assertThat(batches.iterator().next().size()).isEqualTo(10);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theyAreGivenOnce() {
        try (Batches batches = Batches.of(DIGITS, LECUN, 103, Pass.plain(1, 1))) {
            batches.iterator();
            assertThatThrownBy(batches::iterator)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("drawn digits, seed 1: the batches of a pass can be asked for once;"
                            + " make new ones for another pass");
        }
    }

    private static List<Double> sums(Pass pass) {
        try (Batches batches = Batches.of(DIGITS, LECUN, 10, pass)) {
            return StreamSupport.stream(batches.spliterator(), false)
                    .map(batch -> IntStream.range(0, batch.images().length)
                            .mapToDouble(i -> batch.images()[i])
                            .sum())
                    .toList();
        }
    }
}
