package layerwise.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import layerwise.engine.Handles.Handle;
import layerwise.layers.Parameter;

/**
 * Numbers of many parameters in one array of the engine: an operator that works on each number by itself needs one call
 * for all of them.
 *
 * @param whole all numbers, one parameter after another with zeros between
 * @param parts for each parameter its numbers, in the same memory
 * @param layout what the parts are
 */
record Flat(Handle whole, Map<String, Handle> parts, Map<String, Parameter> layout) {
    private static final int ALIGNMENT = 16; // floats in the 64 bytes that vector instructions like to begin at

    /** {@return an array of zeros for {@code layout} in {@code context}} */
    static Flat zeros(Handles handles, Context context, Map<String, Parameter> layout) {
        var whole = context.zeros(handles, size(layout));
        var parts = new LinkedHashMap<String, Handle>();
        long from = 0;
        for (var entry : layout.entrySet()) {
            var parameter = entry.getValue();
            long[] sides = parameter.sides().stream().mapToLong(side -> side).toArray();
            parts.put(entry.getKey(), handles.view(whole, from, from + parameter.size(), sides));
            from += room(parameter);
        }
        return new Flat(whole, parts, layout);
    }

    private static long size(Map<String, Parameter> layout) {
        return Math.max(
                ALIGNMENT, layout.values().stream().mapToLong(Flat::room).sum()); // an array has one number
    }

    /** {@return numbers in the whole array, those between the parts included} */
    long size() {
        return size(layout);
    }

    private static long room(Parameter parameter) {
        return (parameter.size() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** Puts the numbers of each part in, by its name. */
    void write(Map<String, float[]> numbers) {
        parts.forEach((name, part) -> part.write(numbers.get(name)));
    }

    /** Hands each part's name and numbers to {@code work}. */
    void read(BiConsumer<String, float[]> work) {
        parts.forEach((name, part) ->
                work.accept(name, part.read(Math.toIntExact(layout.get(name).size()))));
    }
}
