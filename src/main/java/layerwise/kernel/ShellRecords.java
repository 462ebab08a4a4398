package layerwise.kernel;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.Snippet;

/**
 * What a JShell keeps of every snippet that ever was; the one place that knows how the JDK calls it.
 *
 * <p>JShell has no word for letting go, so its own fields are opened, which a JVM allows that was started with {@code
 * --add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED}. Their names are those of JDK 17 to 25.
 */
final class ShellRecords {

    /**
     * A line of a snippet.
     *
     * @param snippet the snippet
     * @param line its line, the first is 0
     */
    record Line(Snippet snippet, int line) {}

    /**
     * A class as JShell wrapped it, behind all its imports.
     *
     * @param first the number of its first line
     * @param lines what that line and those below it hold
     */
    record Lines(int first, List<Line> lines) {}

    private final Collection<?> snippets;
    private final List<?> byNumber;
    private final Map<?, ?> dependents;
    private final Map<?, ?> sources;
    private final Map<?, ?> files;
    private final Map<?, ?> loaded;
    private final Object compilers;
    private final Method renewal;

    private ShellRecords(Object shell) throws ReflectiveOperationException {
        snippets = (Collection<?>) field(shell, "maps", "snippets");
        byNumber = (List<?>) field(shell, "maps", "keyIndexToSnippet");
        dependents = (Map<?, ?>) field(shell, "maps", "dependencies");
        sources = (Map<?, ?>) field(shell, "outerMap", "classOuters");
        files = (Map<?, ?>) field(shell, "taskFactory", "fileManager", "classObjects");
        loaded = (Map<?, ?>) field(shell, "classTracker", "map");
        compilers = field(shell, "taskFactory");
        renewal = compilers.getClass().getDeclaredMethod("initTaskPool");
        renewal.setAccessible(true);
    }

    /** {@return the records of this shell; nothing where the JVM keeps them closed or they have other names} */
    static Optional<ShellRecords> of(Object shell) {
        try {
            return Optional.of(new ShellRecords(shell));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Object field(Object owner, String... path) throws ReflectiveOperationException {
        Object found = owner;
        for (String name : path) {
            Field field = found.getClass().getDeclaredField(name);
            field.setAccessible(true);
            found = field.get(found);
        }
        return found;
    }

    /** {@return the wrappers whose source is still kept} */
    List<String> wrappers() {
        return sources.keySet().stream().map(String::valueOf).toList();
    }

    /** {@return which line of a snippet stands where in a wrapper} */
    Lines lines(String wrapper) {
        Object source = sources.get(wrapper);
        long all = call(source, "wrapped", String.class).lines().count();
        List<Line> lines = new ArrayList<>();
        int first = imports(call(source, "wrapped", String.class));
        for (int line = first; line < all; line++) {
            lines.add(new Line(
                    call(source, "wrapLineToSnippet", Snippet.class, line),
                    call(source, "wrapLineToSnippetLine", Integer.class, line)));
        }
        return new Lines(first + 1, lines);
    }

    /** The number of lines above the class and with its own. */
    private static int imports(String wrapped) {
        return (int) wrapped.substring(0, wrapped.indexOf("\nclass ") + 1)
                        .lines()
                        .count()
                + 1;
    }

    private static <T> T call(Object source, String method, Class<T> result, Object... arguments) {
        try {
            Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {int.class};
            Method found = source.getClass().getMethod(method, types);
            found.setAccessible(true);
            return result.cast(found.invoke(source, arguments));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JShell has no " + method + " that can be called: " + e, e);
        }
    }

    /** {@return how many snippets have had a number so far} */
    int numbers() {
        return byNumber.size();
    }

    /** The compilers that JShell keeps ready never forget a name or a class; the next snippet gets new ones. */
    void renewCompilers() {
        try {
            renewal.invoke(compilers);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JShell's compilers are not renewed: " + e, e);
        }
    }

    /** Lets go of all other snippets, and of the sources and class files of all other wrappers. */
    void keep(Set<Snippet> living, Set<String> wrappers) {
        snippets.removeIf(snippet -> !living.contains(snippet));
        forgetNumbers(living);
        sources.keySet().removeIf(wrapper -> !wrappers.contains(wrapper));
        files.keySet().removeIf(name -> isNone(wrappers, name));
        loaded.keySet().removeIf(name -> isNone(wrappers, name));
    }

    private void forgetNumbers(Set<Snippet> living) {
        boolean changed = false;
        for (int i = 0; i < byNumber.size(); i++) {
            if (byNumber.get(i) != null && !living.contains(byNumber.get(i))) {
                byNumber.set(i, null);
                changed = true;
            }
        }
        if (changed) {
            dependents.values().forEach(each -> ((Set<?>) each).removeIf(number -> isFree((Integer) number)));
            dependents.values().removeIf(each -> ((Set<?>) each).isEmpty());
        }
    }

    private boolean isFree(int number) {
        return number >= byNumber.size() || byNumber.get(number) == null;
    }

    private static boolean isNone(Set<String> wrappers, Object className) {
        return Names.wrapper(String.valueOf(className))
                .filter(wrapper -> !wrappers.contains(wrapper))
                .isPresent();
    }

    /** {@return how many snippets, dependencies, sources, class files and loaded classes there are} */
    int size() {
        int edges = dependents.values().stream()
                .mapToInt(each -> ((Set<?>) each).size())
                .sum();
        return snippets.size() + edges + sources.size() + files.size() + loaded.size();
    }
}
