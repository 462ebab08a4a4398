package layerwise.train;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Records as JSON and back, strictly: a word too many or too few is refused, and what a record refuses is, too.
 *
 * <p>An empty {@link Optional} is left out; a record of a sealed interface bears its own name as {@code kind}; a {@link
 * Row} is an array of its components.
 */
final class Json {
    private static final String KIND = "kind";

    /** One line. */
    static final Gson COMPACT = new GsonBuilder()
            .disableHtmlEscaping()
            .registerTypeAdapterFactory(new Factory())
            .create();

    /** A record of numbers that occurs so often that its components' names would be most of the text. */
    interface Row {}

    private Json() {}

    /**
     * {@return the object that the text is}
     *
     * @throws JsonParseException if it is none
     */
    static JsonObject object(String text) {
        JsonElement whole = COMPACT.fromJson(text, JsonElement.class);
        if (whole instanceof JsonObject object) {
            return object;
        }
        throw new JsonParseException("no object");
    }

    /** {@return what the array has, in its order} */
    static Stream<JsonElement> elements(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** {@return JSON to be read by people: a member a line, and a record in a list a line, so that an epoch is one} */
    static String lines(JsonObject object) {
        return lines(object, "");
    }

    private static String lines(JsonElement element, String indent) {
        String deeper = indent + "  ";
        if (element.isJsonObject() && element.getAsJsonObject().size() > 0) {
            return element.getAsJsonObject().entrySet().stream()
                    .map(each -> deeper + COMPACT.toJson(each.getKey()) + ": " + lines(each.getValue(), deeper))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        if (element.isJsonArray() && elements(element.getAsJsonArray()).anyMatch(JsonElement::isJsonObject)) {
            return elements(element.getAsJsonArray())
                    .map(each -> deeper + COMPACT.toJson(each))
                    .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
        }
        return COMPACT.toJson(element);
    }

    private static final class Factory implements TypeAdapterFactory {
        @Override
        @SuppressWarnings("unchecked")
        public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            Class<? super T> raw = type.getRawType();
            if (raw == Optional.class) {
                var of = ((ParameterizedType) type.getType()).getActualTypeArguments()[0];
                return (TypeAdapter<T>) optional(gson.getAdapter(TypeToken.get(of)));
            }
            if (raw.isInterface() && raw.isSealed()) {
                return (TypeAdapter<T>) new KindAdapter(gson, raw);
            }
            if (raw.isRecord()) {
                boolean row = Row.class.isAssignableFrom(raw);
                return (TypeAdapter<T>) (row ? new RowAdapter<>(gson, raw) : new RecordAdapter<>(gson, raw));
            }
            return null; // Gson's own adapters do
        }
    }

    private static <E> TypeAdapter<Optional<E>> optional(TypeAdapter<E> adapter) {
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, Optional<E> value) throws IOException {
                if (value.isPresent()) {
                    adapter.write(out, value.get());
                } else {
                    out.nullValue(); // which the writer leaves out with its name
                }
            }

            @Override
            public Optional<E> read(JsonReader in) throws IOException {
                return Optional.of(adapter.read(in));
            }
        };
    }

    /** What a record is made of. */
    private abstract static class Components<T> extends TypeAdapter<T> {
        final RecordParts<T> parts;

        Components(Gson gson, Class<T> type) {
            parts = new RecordParts<>(gson, type);
        }
    }

    private static final class RecordAdapter<T> extends Components<T> {
        private final Optional<String> kind;

        RecordAdapter(Gson gson, Class<T> type) {
            super(gson, type);
            boolean oneOfSeveral = Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
            this.kind = oneOfSeveral ? Optional.of(KindAdapter.kind(type)) : Optional.empty();
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            out.beginObject();
            if (kind.isPresent()) {
                out.name(KIND).value(kind.get());
            }
            for (int i = 0; i < parts.size(); i++) {
                out.name(parts.name(i));
                parts.write(out, i, value);
            }
            out.endObject();
        }

        @Override
        public T read(JsonReader in) throws IOException {
            var values = new Object[parts.size()];
            in.beginObject();
            while (in.hasNext()) {
                String name = in.nextName();
                values[parts.index(name)] = parts.read(in, parts.index(name));
            }
            in.endObject();
            return parts.make(values);
        }
    }

    private static final class RowAdapter<T> extends Components<T> {
        RowAdapter(Gson gson, Class<T> type) {
            super(gson, type);
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            out.beginArray();
            for (int i = 0; i < parts.size(); i++) {
                parts.write(out, i, value);
            }
            out.endArray();
        }

        @Override
        public T read(JsonReader in) throws IOException {
            var values = new Object[parts.size()];
            in.beginArray();
            for (int i = 0; i < values.length; i++) {
                values[i] = parts.read(in, i);
            }
            in.endArray();
            return parts.make(values);
        }
    }

    private static final class KindAdapter extends TypeAdapter<Object> {
        private final Gson gson;
        private final Map<String, Class<?>> kinds;

        KindAdapter(Gson gson, Class<?> sealed) {
            this.gson = gson;
            this.kinds = Arrays.stream(sealed.getPermittedSubclasses())
                    .collect(Collectors.toMap(KindAdapter::kind, each -> each, (a, b) -> a, TreeMap::new));
        }

        private static String kind(Class<?> type) {
            String name = type.getSimpleName();
            return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        }

        @Override
        public void write(JsonWriter out, Object value) throws IOException {
            write(gson.getAdapter(TypeToken.get(value.getClass())), out, value);
        }

        @SuppressWarnings("unchecked")
        private static <K> void write(TypeAdapter<K> adapter, JsonWriter out, Object value) throws IOException {
            adapter.write(out, (K) value);
        }

        @Override
        public Object read(JsonReader in) throws IOException {
            JsonObject whole = gson.fromJson(in, JsonObject.class);
            var kind = whole == null ? null : whole.remove(KIND);
            Class<?> type = kind == null || !kind.isJsonPrimitive() ? null : kinds.get(kind.getAsString());
            if (type == null) {
                throw new JsonParseException(
                        "expected a kind of " + String.join(", ", kinds.keySet()) + ", got " + kind);
            }
            return gson.fromJson(whole, type);
        }
    }

    /** {@return whether the next value is null} */
    static boolean isNull(JsonReader in) throws IOException {
        return in.peek() == JsonToken.NULL;
    }
}
