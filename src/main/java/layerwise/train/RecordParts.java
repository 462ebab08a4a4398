package layerwise.train;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A record's components by name and number, each with what reads and writes it. */
final class RecordParts<T> {
    private final Class<T> type;
    private final RecordComponent[] components;
    private final List<String> names;
    private final List<TypeAdapter<Object>> adapters;

    RecordParts(Gson gson, Class<T> type) {
        this.type = type;
        this.components = type.getRecordComponents();
        this.names = Arrays.stream(components).map(RecordComponent::getName).toList();
        this.adapters =
                Arrays.stream(components).map(each -> adapter(gson, each)).toList();
    }

    @SuppressWarnings("unchecked")
    private static TypeAdapter<Object> adapter(Gson gson, RecordComponent component) {
        return (TypeAdapter<Object>) gson.getAdapter(TypeToken.get(component.getGenericType()));
    }

    int size() {
        return names.size();
    }

    String name(int number) {
        return names.get(number);
    }

    int index(String name) {
        if (!names.contains(name)) {
            throw new JsonParseException("expected " + String.join(", ", names) + ", got " + name);
        }
        return names.indexOf(name);
    }

    void write(JsonWriter out, int number, T value) throws IOException {
        try {
            var accessor = components[number].getAccessor();
            accessor.setAccessible(true);
            adapters.get(number).write(out, accessor.invoke(value));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " hides its component " + names.get(number), e);
        }
    }

    Object read(JsonReader in, int number) throws IOException {
        if (Json.isNull(in)) {
            throw new JsonParseException("expected a value of " + names.get(number) + ", got null");
        }
        return adapters.get(number).read(in);
    }

    /** {@return the record of {@code values}; an optional one that was not read is empty} */
    T make(Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && components[i].getType() != Optional.class) {
                throw new JsonParseException("expected a value of " + names.get(i) + ", got none");
            }
            values[i] = values[i] == null ? Optional.empty() : values[i];
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new JsonParseException(e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " hides its constructor", e);
        }
    }
}
