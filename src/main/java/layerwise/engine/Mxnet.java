package layerwise.engine;

import ai.djl.mxnet.jna.LibUtils;
import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.List;

/**
 * The C functions of MXNet that a step of training calls, bound directly: numbers and addresses go in, and a call costs
 * Java next to nothing.
 *
 * <p>The names are those of {@code c_api.h}. The engine must be open before this class is touched.
 */
final class Mxnet {
    /** Write over what an array holds, as a request for a gradient. */
    static final int WRITE = 1;

    private static final String SCRATCH_SPACES = "MXNET_CPU_TEMP_COPY";
    private static final String SPACES = "8"; // each grows to the largest need: 256 take LeNet-5 from 0.4 to 1.4 GB

    private static final NativeLibrary LIBRARY = NativeLibrary.getInstance(LibUtils.getLibName());

    static {
        Native.register(Mxnet.class, LIBRARY);
    }

    private Mxnet() {}

    // the functions' own names and order
    static native Pointer MXGetLastError();

    static native int MXSetEnv(String name, String value);

    static native int MXRandomSeed(int seed);

    static native int MXNDArrayCreateEx64(
            long[] shape, int sides, int device, int number, int later, int type, PointerByReference out);

    static native int MXNDArraySlice64(Pointer array, long from, long to, PointerByReference out);

    static native int MXNDArrayReshape64(
            Pointer array, int sides, long[] shape, boolean reverse, PointerByReference out);

    static native int MXNDArrayFree(Pointer array);

    static native int MXNDArraySyncCopyFromCPU(Pointer array, Pointer from, long size);

    static native int MXNDArraySyncCopyToCPU(Pointer array, Pointer to, long size);

    static native int MXNDArrayWaitAll();

    static native int MXSymbolCreateFromJSON(String json, PointerByReference out);

    static native int MXSymbolFree(Pointer symbol);

    static native int NNSymbolListInputNames(Pointer symbol, int option, IntByReference size, PointerByReference out);

    static native int MXCreateCachedOpEx(
            Pointer symbol, int options, Pointer keys, Pointer values, PointerByReference out);

    static native int MXInvokeCachedOpEx(
            Pointer graph, int inputs, Pointer in, Pointer outputs, Pointer out, Pointer storage);

    static native int MXFreeCachedOp(Pointer graph);

    static native int MXAutogradSetIsRecording(int recording, Pointer before);

    static native int MXAutogradSetIsTraining(int training, Pointer before);

    static native int MXAutogradMarkVariables(int size, Pointer arrays, Pointer requests, Pointer gradients);

    static native int MXAutogradBackwardEx(
            int heads,
            Pointer outputs,
            Pointer gradients,
            int variables,
            Pointer variable,
            int retain,
            int graph,
            int training,
            Pointer handles,
            Pointer storage);

    static native int NNGetOpHandle(String name, PointerByReference out);

    static native int MXImperativeInvoke(
            Pointer operator,
            int inputs,
            Pointer in,
            Pointer outputs,
            Pointer out,
            int options,
            Pointer keys,
            Pointer values);

    /** Work for a thread of the engine. */
    interface Work extends com.sun.jna.Callback {
        /** Does it; both addresses are the engine's own. */
        void run(Pointer context, Pointer parameter);
    }

    static native int MXEnginePushSync(
            Work work,
            Pointer parameter,
            Pointer deleter,
            Pointer context,
            Pointer read,
            int reads,
            Pointer written,
            int writes,
            Pointer property,
            int priority,
            Pointer name);

    /**
     * Gives planned graphs scratch spaces of their own; in effect if the engine has not worked yet.
     *
     * <p>A planned graph holds the scratch spaces of its operators while it runs, and all CPU contexts share four: of two
     * replicas one would wait while the other works. More of them cost memory where operators are called one by one, so
     * this is for replicas alone.
     */
    static void separate() {
        if (System.getenv(SCRATCH_SPACES) == null) {
            check(MXSetEnv(SCRATCH_SPACES, SPACES));
        }
    }

    /**
     * Goes on if a function returned 0.
     *
     * @throws IllegalStateException with the engine's own words if it failed
     */
    static void check(int code) {
        if (code != 0) {
            throw new IllegalStateException("MXNet: "
                    + MXGetLastError().getString(0).lines().findFirst().orElse(""));
        }
    }

    /** {@return a function of the library that MXNet's operators are spread over threads with} */
    static Function openMp(String name) {
        return LIBRARY.getFunction(name);
    }

    /** {@return addresses one after another, as C takes a list of them} */
    static Memory list(List<Pointer> addresses) {
        var list = new Memory((long) Native.POINTER_SIZE * Math.max(1, addresses.size()));
        for (int i = 0; i < addresses.size(); i++) {
            list.setPointer((long) Native.POINTER_SIZE * i, addresses.get(i));
        }
        return list;
    }
}
