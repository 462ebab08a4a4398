package layerwise.engine;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import layerwise.engine.Handles.Handle;

/** A graph that MXNet has read and keeps planned for the arrays it is called with. */
final class CachedGraph {
    private static final int ALL = 0; // arguments and auxiliary states

    private final Pointer operator;
    private final List<String> names;
    private final Memory count = new Memory(Integer.BYTES);
    private final Memory out = new Memory(Native.POINTER_SIZE);
    private final Memory storage = new Memory(Native.POINTER_SIZE);

    /**
     * Reads the graph.
     *
     * <p>Memory is planned once, for one size of batch.
     *
     * @param given the variables whose arrays differ from call to call
     */
    CachedGraph(Handles handles, String json, Set<String> given) {
        var symbol = new PointerByReference();
        Mxnet.check(Mxnet.MXSymbolCreateFromJSON(json, symbol));
        handles.add(symbol.getValue(), Mxnet::MXSymbolFree);
        names = names(symbol.getValue());
        String[] keys = {"data_indices", "param_indices", "static_alloc", "static_shape"};
        String[] values = {numbers(given, true), numbers(given, false), "true", "true"};
        var out = new PointerByReference();
        Mxnet.check(Mxnet.MXCreateCachedOpEx(
                symbol.getValue(), keys.length, new StringArray(keys), new StringArray(values), out));
        operator = out.getValue();
        handles.add(operator, Mxnet::MXFreeCachedOp);
    }

    private static List<String> names(Pointer symbol) {
        var size = new IntByReference();
        var out = new PointerByReference();
        Mxnet.check(Mxnet.NNSymbolListInputNames(symbol, ALL, size, out));
        return List.of(out.getValue().getStringArray(0, size.getValue()));
    }

    private String numbers(Set<String> given, boolean among) {
        return Arrays.toString(IntStream.range(0, names.size())
                .filter(number -> given.contains(names.get(number)) == among)
                .toArray());
    }

    /** {@return the addresses of {@code arrays}, by variable, in the order of the graph's variables} */
    Memory inputs(Map<String, Handle> arrays) {
        return Mxnet.list(names.stream().map(name -> arrays.get(name).address()).toList());
    }

    /** {@return the graph's outputs for these inputs, to be freed; the engine may still be working on them} */
    List<Handle> run(Memory inputs) {
        count.setInt(0, 0);
        out.setPointer(0, Pointer.NULL);
        Mxnet.check(Mxnet.MXInvokeCachedOpEx(operator, names.size(), inputs, count, out, storage));
        var outputs = new ArrayList<Handle>();
        for (Pointer address : out.getPointer(0).getPointerArray(0, count.getInt(0))) {
            outputs.add(new Handle(address));
        }
        return outputs;
    }
}
