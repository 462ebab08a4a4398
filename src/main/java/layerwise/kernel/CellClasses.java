package layerwise.kernel;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;

/**
 * The classes that cells define: guarded by {@link Instrumentation}, with {@code assert} switched on.
 *
 * <p>Those of one snippet have a loader of their own. So they go, and with them the value of a variable, as soon as no
 * later cell can name them and nothing that runs needs them.
 */
final class CellClasses implements LoaderDelegate {
    private final Libraries libraries = new Libraries();
    private final Map<String, CellLoader> loaders = new ConcurrentHashMap<>();

    /** The JVM wants a sealed class and its subclasses in one loader, though each be a snippet; these stay. */
    private final CellLoader families = new CellLoader(libraries);

    private final Set<String> sealed = new HashSet<>();

    /** {@return the loader that finds all classes of cells by their names; its parent is the kernel's own} */
    ClassLoader loader() {
        return libraries;
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        boolean[] installed = new boolean[classes.length];
        try {
            place(classes).forEach(each -> each.meet(loaders));
            for (int i = 0; i < classes.length; i++) {
                findClass(classes[i].name()).getDeclaredMethods();
                installed[i] = true;
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new ClassInstallException("the class does not load: " + e, installed);
        }
    }

    /** Hands all classes of a snippet to one loader. */
    private Set<CellLoader> place(ClassBytecodes[] classes) {
        Map<String, Map<String, byte[]>> snippets = new LinkedHashMap<>();
        for (ClassBytecodes each : classes) {
            snippets.computeIfAbsent(wrapper(each.name()), name -> new HashMap<>())
                    .put(each.name(), each.bytecodes());
        }
        snippets.values().forEach(files -> sealed.addAll(Relations.sealed(files.values())));
        Set<CellLoader> chosen = new HashSet<>();
        snippets.forEach((wrapper, files) -> {
            CellLoader loader = loaders.compute(wrapper, (name, known) -> choose(Optional.ofNullable(known), files));
            loader.add(files);
            chosen.add(loader);
        });
        return chosen;
    }

    private CellLoader choose(Optional<CellLoader> known, Map<String, byte[]> files) {
        if (files.values().stream().anyMatch(file -> Relations.belongs(file, sealed))) {
            return families;
        }
        return known.filter(loader -> !loader.holds(files.keySet())).orElseGet(() -> new CellLoader(libraries));
    }

    private static String wrapper(String className) {
        return Names.wrapper(className).orElse(className);
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        // what changes gets a new name
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        for (String entry : path.split(File.pathSeparator)) {
            try {
                libraries.addURL(new File(entry).toURI().toURL());
            } catch (MalformedURLException e) {
                throw new InternalException(entry + ": expected a jar or a folder of classes, got " + e.getMessage());
            }
        }
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        return loader(wrapper(name))
                .orElseThrow(() -> new ClassNotFoundException(name))
                .own(name);
    }

    /** {@return the loader of a snippet's classes; nothing where none were loaded} */
    Optional<CellLoader> loader(String wrapper) {
        return Optional.ofNullable(loaders.get(wrapper));
    }

    /** {@return these wrappers, what their classes name, what that names, and so on; families stay as a whole} */
    Set<String> reach(Collection<String> wrappers) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(wrappers);
        loaders.forEach((wrapper, loader) -> {
            if (loader == families) {
                next.add(wrapper);
            }
        });
        while (!next.isEmpty()) {
            String wrapper = next.pop();
            if (reached.add(wrapper)) {
                loader(wrapper).ifPresent(loader -> next.addAll(loader.neighbours()));
            }
        }
        return reached;
    }

    /** Lets all other classes go, as soon as nothing that runs needs them. */
    void keep(Set<String> wrappers) {
        loaders.keySet().retainAll(wrappers);
    }

    /** {@return how many snippets have classes that a later cell can name} */
    int size() {
        return loaders.size();
    }

    /** The jars that cells add; a class of a cell is found too, for what looks it up by name. */
    private final class Libraries extends URLClassLoader {
        static {
            registerAsParallelCapable();
        }

        Libraries() {
            super(new URL[0], CellClasses.class.getClassLoader());
            setDefaultAssertionStatus(true);
        }

        @Override
        protected void addURL(URL url) {
            super.addURL(url);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            return Names.wrapper(name).isPresent() ? CellClasses.this.findClass(name) : super.findClass(name);
        }
    }
}
