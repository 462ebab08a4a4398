package layerwise.kernel;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;

/** The classes that cells define: guarded by {@link Instrumentation}, with {@code assert} switched on. */
final class CellClasses implements LoaderDelegate {
    private final Map<String, byte[]> bytecodes = new ConcurrentHashMap<>();
    private final Map<String, Class<?>> loaded = new ConcurrentHashMap<>();
    private final Loader loader = new Loader();

    CellClasses() {
        loader.setDefaultAssertionStatus(true);
    }

    /** {@return the loader of all classes of cells; its parent is the kernel's own} */
    ClassLoader loader() {
        return loader;
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        boolean[] installed = new boolean[classes.length];
        classesRedefined(classes);
        try {
            for (int i = 0; i < classes.length; i++) {
                Class<?> type = loader.loadClass(classes[i].name());
                type.getDeclaredMethods();
                loaded.put(classes[i].name(), type);
                installed[i] = true;
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new ClassInstallException("the class does not load: " + e, installed);
        }
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        for (ClassBytecodes each : classes) {
            bytecodes.put(each.name(), each.bytecodes());
        }
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        for (String entry : path.split(File.pathSeparator)) {
            try {
                loader.addURL(new File(entry).toURI().toURL());
            } catch (MalformedURLException e) {
                throw new InternalException(entry + ": expected a jar or a folder of classes, got " + e.getMessage());
            }
        }
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        return Optional.ofNullable(loaded.get(name)).orElseThrow(() -> new ClassNotFoundException(name));
    }

    private final class Loader extends URLClassLoader {
        Loader() {
            super(new URL[0], CellClasses.class.getClassLoader());
        }

        @Override
        protected void addURL(URL url) {
            super.addURL(url);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] raw = bytecodes.remove(name);
            if (raw == null) {
                return super.findClass(name);
            }
            byte[] guarded = Instrumentation.guard(Comparisons.watch(raw));
            return defineClass(name, guarded, 0, guarded.length, (CodeSource) null);
        }
    }
}
