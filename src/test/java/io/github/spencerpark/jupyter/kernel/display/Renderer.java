package io.github.spencerpark.jupyter.kernel.display;

import java.util.LinkedHashMap;
import java.util.Map;

/** A double of IJava's class of this name, by its published signatures only. */
public final class Renderer {
    private final Map<Class<?>, RenderFunction<?>> functions = new LinkedHashMap<>();

    /** {@return a registration to be finished} */
    public <T> RenderRegistration<T> createRegistration(Class<T> type) {
        return new RenderRegistration<>(type);
    }

    /** {@return the value's forms} */
    public DisplayData render(Object value) {
        DisplayData data = new DisplayData(String.valueOf(value));
        functions.forEach((type, function) -> apply(type, function, value, data));
        return data;
    }

    @SuppressWarnings("unchecked")
    private static <T> void apply(Class<?> type, RenderFunction<T> function, Object value, DisplayData data) {
        if (type.isInstance(value)) {
            function.render((T) value, new RenderContext(data));
        }
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
            functions.put(type, function);
        }
    }
}
