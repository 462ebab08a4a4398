package io.github.spencerpark.jupyter.kernel.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A double of IJava's class of this name, by its published signatures, which looks functions up in the order of the real
 * one: a class, its interfaces, the class above it; those of the first type that has any are called, all of them.
 */
public final class Renderer {
    private final Map<Class<?>, List<RenderFunction<?>>> functions = new LinkedHashMap<>();

    /** {@return a registration to be finished} */
    public <T> RenderRegistration<T> createRegistration(Class<T> type) {
        return new RenderRegistration<>(type);
    }

    /** {@return the value's forms} */
    public DisplayData render(Object value) {
        DisplayData data = new DisplayData();
        for (Class<?> type : types(value.getClass())) {
            if (functions.containsKey(type)) {
                functions.get(type).forEach(function -> apply(function, value, data));
                break;
            }
        }
        data.data().putIfAbsent("text/plain", String.valueOf(value));
        return data;
    }

    private static Set<Class<?>> types(Class<?> lowest) {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (Class<?> type = lowest; type != null; type = type.getSuperclass()) {
            types.add(type);
            addInterfaces(types, type.getInterfaces());
        }
        return types;
    }

    private static void addInterfaces(Set<Class<?>> types, Class<?>... interfaces) {
        types.addAll(List.of(interfaces));
        for (Class<?> each : interfaces) {
            addInterfaces(types, each.getInterfaces());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> void apply(RenderFunction<T> function, Object value, DisplayData data) {
        function.render((T) value, new RenderContext(data));
    }

    /** A registration. */
    public final class RenderRegistration<T> {
        private final Class<T> type;
        private int preferred;

        private RenderRegistration(Class<T> type) {
            this.type = type;
        }

        /** Counts the types of media. */
        public RenderRegistration<T> preferring(String... types) {
            preferred += types.length;
            return this;
        }

        /** Ends it. */
        public void register(RenderFunction<T> function) {
            if (preferred == 0) {
                throw new IllegalStateException("nothing is preferred, so nothing would be asked for");
            }
            functions.computeIfAbsent(type, key -> new ArrayList<>()).add(function);
        }
    }
}
