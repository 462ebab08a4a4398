package layerwise.engine;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToIntFunction;

/** What the engine has given out and is to be freed together, the last first. */
final class Handles implements AutoCloseable {
    private final Deque<Runnable> open = new ArrayDeque<>();

    /** An array of the engine, by its address. */
    record Handle(Pointer address) {

        /** Puts {@code numbers} into the array. */
        void write(float[] numbers) {
            try (var memory = new Memory((long) Float.BYTES * numbers.length)) {
                memory.write(0, numbers, 0, numbers.length);
                Mxnet.check(Mxnet.MXNDArraySyncCopyFromCPU(address, memory, numbers.length));
            }
        }

        /** {@return the array's {@code size} numbers, when the engine has them} */
        float[] read(int size) {
            try (var memory = new Memory((long) Float.BYTES * size)) {
                Mxnet.check(Mxnet.MXNDArraySyncCopyToCPU(address, memory, size));
                return memory.getFloatArray(0, size);
            }
        }

        /** Lets the engine have the memory back when it has done all that was asked of the array. */
        void free() {
            Mxnet.check(Mxnet.MXNDArrayFree(address));
        }
    }

    /** {@return the array at {@code address}, which is freed with the rest} */
    Handle array(Pointer address) {
        add(address, Mxnet::MXNDArrayFree);
        return new Handle(address);
    }

    /** {@return numbers {@code from} … {@code to} of a vector, which are the vector's own memory, with other sides} */
    Handle view(Handle vector, long from, long to, long... sides) {
        var slice = new PointerByReference();
        Mxnet.check(Mxnet.MXNDArraySlice64(vector.address(), from, to, slice));
        var part = array(slice.getValue());
        var shaped = new PointerByReference();
        Mxnet.check(Mxnet.MXNDArrayReshape64(part.address(), sides.length, sides, false, shaped));
        return array(shaped.getValue());
    }

    /** Has {@code free} called with {@code address} at the end. */
    void add(Pointer address, ToIntFunction<Pointer> free) {
        open.push(() -> Mxnet.check(free.applyAsInt(address)));
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }
}
