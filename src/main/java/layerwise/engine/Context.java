package layerwise.engine;

import ai.djl.Device;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.lang.ref.Reference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import layerwise.engine.Handles.Handle;

/**
 * Where the engine keeps arrays and works on them, each with threads of its own: a GPU, or one of several CPU contexts
 * that share the machine's memory.
 *
 * @param type 1 for the CPU, 2 for a GPU, as MXNet counts
 * @param number which of them
 */
record Context(int type, int number) {
    private static final int CPU = 1;
    private static final int GPU = 2;
    private static final int FLOAT32 = 0;
    private static final int AT_ONCE = 0;
    private static final Set<Context> TOLD = ConcurrentHashMap.newKeySet(); // of their threads, once and for all

    static Context of(Device device) {
        return device.isGpu() ? new Context(GPU, device.getDeviceId()) : cpu(Math.max(0, device.getDeviceId()));
    }

    static Context cpu(int number) {
        return new Context(CPU, number);
    }

    /**
     * {@return the context of a replica whose operators are spread over {@code threads} threads}
     *
     * <p>Each number of threads has contexts of its own, other than the one that blocks work in: the engine keeps compiled
     * operators for each context, with scratch space for the threads that there were, and more would write past its end.
     */
    static Context cpu(int replica, int threads) {
        return cpu(1 + replica + (threads - 1) * Parallel.MOST).spread(threads);
    }

    /** {@return a new array, its numbers whatever the memory held} */
    Handle array(Handles handles, long... sides) {
        var out = new PointerByReference();
        Mxnet.check(Mxnet.MXNDArrayCreateEx64(sides, sides.length, type, number, AT_ONCE, FLOAT32, out));
        return handles.array(out.getValue());
    }

    /** {@return a new array of zeros} */
    Handle zeros(Handles handles, long... sides) {
        var array = array(handles, sides);
        Call.once("zeros_like", array, array);
        return array;
    }

    /** {@return this context as C passes it} */
    Memory struct() {
        var struct = new Memory(2L * Integer.BYTES);
        struct.setInt(0, type);
        struct.setInt(Integer.BYTES, number);
        return struct;
    }

    private Context spread(int threads) {
        if (TOLD.add(this)) {
            var openMp = Mxnet.openMp("omp_set_num_threads");
            run(() -> openMp.invokeVoid(new Object[] {threads}));
        }
        return this;
    }

    /** Has this context's own thread do {@code work}, and waits for it. */
    void run(Runnable task) {
        Mxnet.Work work = (context, parameter) -> task.run();
        var context = struct();
        Mxnet.check(Mxnet.MXEnginePushSync(
                work,
                Pointer.NULL,
                Pointer.NULL,
                context,
                Pointer.NULL,
                0,
                Pointer.NULL,
                0,
                Pointer.NULL,
                0,
                Pointer.NULL));
        Mxnet.check(Mxnet.MXNDArrayWaitAll());
        Reference.reachabilityFence(work);
        Reference.reachabilityFence(context);
    }
}
