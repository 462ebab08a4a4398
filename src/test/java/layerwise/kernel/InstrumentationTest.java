package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstrumentationTest {

    /** Is loaded a second time, guarded. */
    public static final class Sum implements IntUnaryOperator {
        @Override
        public int applyAsInt(int n) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                sum += i % 2 == 0 ? i : -i;
            }
            return sum;
        }
    }

    /** The same without a loop. */
    public static final class Depth implements IntUnaryOperator {
        @Override
        public int applyAsInt(int n) {
            return n == 0 ? 0 : 1 + applyAsInt(n - 1);
        }
    }

    private static final class Guarded extends ClassLoader {
        Guarded() {
            super(InstrumentationTest.class.getClassLoader());
        }

        IntUnaryOperator sum() throws IOException, ReflectiveOperationException {
            return define(Sum.class);
        }

        IntUnaryOperator define(Class<?> plain) throws IOException, ReflectiveOperationException {
            byte[] guarded = Instrumentation.guard(bytecodes(plain));
            Class<?> type = defineClass(plain.getName(), guarded, 0, guarded.length);
            return (IntUnaryOperator) type.getConstructor().newInstance();
        }
    }

    private static byte[] bytecodes() throws IOException {
        return bytecodes(Sum.class);
    }

    private static byte[] bytecodes(Class<?> plain) throws IOException {
        try (InputStream in = plain.getResourceAsStream("InstrumentationTest$" + plain.getSimpleName() + ".class")) {
            return in.readAllBytes();
        }
    }

    @AfterEach
    void reset() {
        System.clearProperty(Instrumentation.SWITCH);
        Guard.begin(Thread.currentThread());
    }

    @Test
    void aGuardedLoopComputesTheSame() throws Exception {
        Guard.begin(Thread.currentThread());
        assertThat(new Guarded().sum().applyAsInt(101)).isEqualTo(new Sum().applyAsInt(101));
    }

    @Test
    void aGuardedLoopStopsWhenItIsTold() throws Exception {
        IntUnaryOperator sum = new Guarded().sum();
        Guard.begin(Thread.currentThread());
        Guard.stop();
        assertThatThrownBy(() -> sum.applyAsInt(3)).isInstanceOf(Guard.Stopped.class);
    }

    @Test
    void aRecursionAsksAtItsEntryAndStopsThere() throws Exception {
        String guarded = new String(Instrumentation.guard(bytecodes(Depth.class)), StandardCharsets.ISO_8859_1);
        assertThat(guarded).contains("enter").contains("layerwise/kernel/Guard");
        IntUnaryOperator depth = new Guarded().define(Depth.class);
        Guard.begin(Thread.currentThread());
        assertThat(depth.applyAsInt(50)).isEqualTo(50);
        Guard.stop();
        assertThatThrownBy(() -> depth.applyAsInt(50)).isInstanceOf(Guard.Stopped.class);
    }

    @Test
    void atItsEntryARecursionOfAnEarlierCellGoesOn() throws Exception {
        AtomicReference<String> end = new AtomicReference<>("it has not begun");
        Thread earlier = new Thread(() -> {
            Guard.enter();
            end.set("it went on");
        });
        Guard.begin(new Thread("the next cell"));
        Guard.stop();
        assertThatCode(Guard::enter).doesNotThrowAnyException();
        earlier.start();
        earlier.join();
        assertThat(end.get()).isEqualTo("it went on");
    }

    @Test
    void oneThreadIsStoppedAndTheCellGoesOn() throws Exception {
        IntUnaryOperator sum = new Guarded().sum();
        IntUnaryOperator depth = new Guarded().define(Depth.class);
        Guard.begin(Thread.currentThread());
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread loop = new Thread(() -> {
            while (true) {
                sum.applyAsInt(1000);
            }
        });
        loop.setUncaughtExceptionHandler((thread, cause) -> end.set(cause));
        loop.start();
        Guard.stop(loop, 10_000);
        assertThat(loop.isAlive()).isFalse();
        assertThat(end.get()).isInstanceOf(Guard.Stopped.class);
        assertThat(sum.applyAsInt(101)).isEqualTo(new Sum().applyAsInt(101));
        assertThat(depth.applyAsInt(50)).isEqualTo(50);
        assertThat(Guard.stopped()).isFalse();
    }

    @Test
    void theGuardCanBeSwitchedOff() throws Exception {
        System.setProperty(Instrumentation.SWITCH, "off");
        byte[] plain = bytecodes();
        assertThat(Instrumentation.guard(plain)).isSameAs(plain);
    }

    @Test
    void afterAnInterruptTheNextCellRuns() throws Exception {
        IntUnaryOperator sum = new Guarded().sum();
        Guard.begin(Thread.currentThread());
        Guard.stop();
        Guard.begin(Thread.currentThread());
        assertThat(sum.applyAsInt(101)).isEqualTo(new Sum().applyAsInt(101));
    }

    @Test
    void aCompiledLoopStopsToo() throws Exception {
        IntUnaryOperator sum = new Guarded().sum();
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread loop = new Thread(() -> {
            try {
                for (int i = 0; i >= 0; i = i == 0 ? 1 : 0) {
                    sum.applyAsInt(1_000_000);
                }
            } catch (Guard.Stopped e) {
                end.set(e);
            }
        });
        Guard.begin(loop);
        loop.start();
        Thread.sleep(300);
        Guard.stop();
        loop.join(5000);
        assertThat(end.get()).isInstanceOf(Guard.Stopped.class);
    }

    @Test
    void threadsOfEarlierCellsGoOn() throws Exception {
        IntUnaryOperator sum = new Guarded().sum();
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicInteger result = new AtomicInteger();
        Thread earlier = new Thread(() -> {
            try {
                stopped.await();
            } catch (InterruptedException e) {
                return;
            }
            result.set(sum.applyAsInt(100));
        });
        earlier.start();
        Guard.begin(new Thread("the next cell"));
        Guard.stop();
        stopped.countDown();
        earlier.join();
        assertThat(result.get()).isEqualTo(-50);
    }

    @Test
    void aRecursionStopsAtItsNextCall() {
        Guard.begin(Thread.currentThread());
        Guard.enter();
        Guard.stop();
        assertThatThrownBy(Guard::enter).isInstanceOf(Guard.Stopped.class).hasMessage("the cell was interrupted");
        Guard.begin(Thread.currentThread());
        Guard.enter();
    }

    @Test
    void aRecursionOfAnEarlierCellGoesOn() {
        Guard.begin(new Thread("the next cell"));
        Guard.stop();
        assertThatCode(Guard::enter).doesNotThrowAnyException();
    }

    @Test
    void aClassThatCannotBeReadIsLeftAsItIs() {
        byte[] ofALaterJava = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0x7F, 0x7F, 0, 1};
        assertThat(Instrumentation.guard(ofALaterJava)).isSameAs(ofALaterJava);
    }
}
