package layerwise.kernel;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The loader of one snippet's classes; it holds those of the snippets that they name, and nothing holds it but such. */
final class CellLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final Map<String, byte[]> waiting = new ConcurrentHashMap<>();
    private final Map<String, CellLoader> neighbours = new ConcurrentHashMap<>();

    CellLoader(ClassLoader parent) {
        super(parent);
        setDefaultAssertionStatus(true);
    }

    /** Takes class files, by the names of their classes. */
    void add(Map<String, byte[]> files) {
        names.addAll(files.keySet());
        waiting.putAll(files);
    }

    /** {@return whether it holds one of these classes already} */
    boolean holds(Collection<String> classes) {
        return !Collections.disjoint(names, classes);
    }

    /** Looks up the loaders of all that its new class files name; what they name may change its place later. */
    void meet(Map<String, CellLoader> all) {
        for (byte[] file : waiting.values()) {
            for (String wrapper : Relations.wrappers(file)) {
                Optional.ofNullable(all.get(wrapper))
                        .filter(loader -> loader != this)
                        .ifPresent(loader -> neighbours.put(wrapper, loader));
            }
        }
    }

    /** {@return the wrappers that its classes name} */
    Set<String> neighbours() {
        return neighbours.keySet();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Optional<String> wrapper = Names.wrapper(name);
        if (wrapper.isEmpty()) {
            return super.loadClass(name, resolve);
        }
        Optional<CellLoader> owner =
                names.contains(name) ? Optional.of(this) : Optional.ofNullable(neighbours.get(wrapper.get()));
        return owner.isPresent() ? owner.get().own(name) : getParent().loadClass(name);
    }

    /** {@return a class of this loader} */
    Class<?> own(String name) throws ClassNotFoundException {
        Class<?> known = findLoadedClass(name);
        return known == null ? define(name) : known;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            byte[] file = waiting.remove(name);
            if (file == null) {
                return Optional.<Class<?>>ofNullable(findLoadedClass(name))
                        .orElseThrow(() -> new ClassNotFoundException(name));
            }
            byte[] prepared = Instrumentation.guard(watched(file));
            return defineClass(name, prepared, 0, prepared.length);
        }
    }

    private static byte[] watched(byte[] file) {
        try {
            return Comparisons.watch(PublicMembers.of(file));
        } catch (IllegalArgumentException e) {
            return file; // of a Java that ASM does not know yet; all its classes share a loader
        }
    }
}
