package layerwise.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What each type looks like: the most specific registered class or interface of a value decides.
 *
 * <p>What was told comes before what the kernel knows by itself, a class before an interface, then the later
 * registration before the earlier. A renderer that fails is named in
 * the text that is shown instead; it never fails the cell.
 */
final class Renderers {
    private static final String TEXT = "text/plain";

    private final Map<Class<?>, Function<Object, MimeBundle>> byType = new LinkedHashMap<>();
    private final Map<Class<?>, Function<Object, MimeBundle>> general = new LinkedHashMap<>();

    /** Values of this type look like that where none of the types that were told by {@link #put} fits. */
    synchronized <T> void otherwise(Class<T> type, Function<? super T, MimeBundle> renderer) {
        general.put(type, value -> renderer.apply(type.cast(value)));
    }

    /** Values of this type look like that from now on. */
    synchronized <T> void put(Class<T> type, Function<? super T, MimeBundle> renderer) {
        byType.remove(type);
        byType.put(type, value -> renderer.apply(type.cast(value)));
    }

    /** {@return the types that have a look, those that were told by {@link #put} first; the last is {@code Object} */
    synchronized List<Class<?>> known() {
        Stream<Class<?>> types = Stream.concat(byType.keySet().stream(), general.keySet().stream());
        return Stream.concat(types, Stream.of(Object.class)).distinct().toList();
    }

    /** {@return the value's forms; text is always among them} */
    MimeBundle render(Object value) {
        if (value instanceof MimeBundle ready) {
            return withText(ready, value);
        }
        return mostSpecific(value, byType)
                .or(() -> mostSpecific(value, general))
                .map(type -> render(value, type))
                .orElseGet(() -> MimeBundle.text(Text.of(value)));
    }

    private MimeBundle render(Object value, Class<?> type) {
        try {
            return withText(renderer(type).apply(value), value);
        } catch (Guard.Stopped stopped) {
            throw stopped;
        } catch (Exception | LinkageError | StackOverflowError e) {
            return MimeBundle.text(
                    Text.of(value) + "\n(shown as text: the renderer of " + type.getName() + " failed with " + e + ")");
        }
    }

    private synchronized Function<Object, MimeBundle> renderer(Class<?> type) {
        return Optional.ofNullable(byType.get(type)).orElseGet(() -> general.get(type));
    }

    private synchronized Optional<Class<?>> mostSpecific(Object value, Map<Class<?>, ?> among) {
        List<Class<?>> fitting =
                among.keySet().stream().filter(type -> type.isInstance(value)).toList();
        return fitting.stream()
                .filter(type -> fitting.stream().noneMatch(other -> narrower(other, type)))
                .reduce((earlier, later) -> later.isInterface() && !earlier.isInterface() ? earlier : later);
    }

    private static boolean narrower(Class<?> one, Class<?> other) {
        return one != other && other.isAssignableFrom(one);
    }

    private static MimeBundle withText(MimeBundle bundle, Object value) {
        if (bundle.form(TEXT).isPresent()) {
            return bundle;
        }
        return bundle.with(TEXT, value == bundle ? "" : Text.of(value));
    }
}
