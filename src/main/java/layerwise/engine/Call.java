package layerwise.engine;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerwise.engine.Handles.Handle;

/** An operator with the arrays it reads and writes, laid out once and called many times; options are rewritten in place. */
final class Call {
    private static final int LONGEST = 64; // bytes of an option's value, a number

    private final Pointer operator;
    private final int inputs;
    private final Memory in;
    private final Memory outputs = new Memory(Integer.BYTES);
    private final Memory out;
    private final Memory outAddress = new Memory(Native.POINTER_SIZE);
    private final Map<String, Memory> options = new LinkedHashMap<>();
    private final List<Memory> words = new ArrayList<>();
    private final Memory keys;
    private final Memory values;

    Call(String operator, List<Handle> inputs, List<Handle> outputs, Map<String, ?> options) {
        this.operator = operator(operator);
        this.inputs = inputs.size();
        this.in = addresses(inputs);
        this.out = addresses(outputs);
        this.outputs.setInt(0, outputs.size());
        this.outAddress.setPointer(0, out);
        options.keySet().forEach(word -> {
            words.add(text(word));
            this.options.put(word, new Memory(LONGEST));
        });
        this.keys = Mxnet.list(List.copyOf(words));
        this.values = Mxnet.list(List.copyOf(this.options.values()));
        options.forEach(this::set);
    }

    /** Calls {@code operator} on one array, once. */
    static void once(String operator, Handle input, Handle output) {
        new Call(operator, List.of(input), List.of(output), Map.of()).run();
    }

    private static Pointer operator(String name) {
        var out = new PointerByReference();
        Mxnet.check(Mxnet.NNGetOpHandle(name, out));
        return out.getValue();
    }

    private static Memory addresses(List<Handle> arrays) {
        return Mxnet.list(arrays.stream().map(Handle::address).toList());
    }

    private static Memory text(String word) {
        var memory = new Memory(word.length() + 1L);
        memory.setString(0, word);
        return memory;
    }

    /** Gives an option of the calls to come another value. */
    void set(String option, Object value) {
        options.get(option).setString(0, value.toString());
    }

    /** Asks the engine to do it, and does not wait. */
    void run() {
        Mxnet.check(Mxnet.MXImperativeInvoke(operator, inputs, in, outputs, outAddress, options.size(), keys, values));
        Reference.reachabilityFence(this); // lists hold addresses of memory that this alone keeps
    }
}
