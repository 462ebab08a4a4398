package layerwise.train;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
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

/**
 * Records as JSON and back, strictly: a word too many or too few is refused, and what a record refuses is, too.
 *
 * <p>An empty {@link Optional} is left out; a record of a sealed interface bears its own name as {@code kind}; a {@link
 * Row} is an array of its components.
 */
final class Json {
    private static final String KIND = "kind";

    /** One line. */
    static final Gson COMPACT = builder().create();

    /** To be read by people. */
    static final Gson PRETTY = builder().setPrettyPrinting().create();

    /** A record of numbers that occurs so often that its components' names would be most of the text. */
    interface Row {}

    private Json() {}

    private static GsonBuilder builder() {
        return new GsonBuilder().disableHtmlEscaping().registerTypeAdapterFactory(new Factory());
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
        RecordAdapter(Gson gson, Class<T> type) {
            super(gson, type);
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            out.beginObject();
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
            var whole = new JsonObject();
            whole.addProperty(KIND, kind(value.getClass()));
            gson.toJsonTree(value, value.getClass())
                    .getAsJsonObject()
                    .entrySet()
                    .forEach(entry -> whole.add(entry.getKey(), entry.getValue()));
            gson.toJson(whole, out);
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
