package layerwise.kernel;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The notebook of a running JJava or IJava kernel, found and used by reflection: neither is a dependency of ours.
 *
 * <p>Both render by {@code kernel.getRenderer().render(value)} and show by {@code kernel.display(data)}; what cannot be
 * reached is printed as text.
 */
final class StockNotebook implements Screen {
    private static final List<List<String>> KERNELS = List.of(
            List.of("org.dflib.jjava.jupyter.kernel.BaseKernel", "notebookKernel"),
            List.of("io.github.spencerpark.ijava.IJava", "getKernelInstance"));

    private final Object kernel;
    private final Screen console = new Console(System.out);

    private StockNotebook(Object kernel) {
        this.kernel = kernel;
    }

    /** {@return the notebook of the stock kernel in this JVM, nothing where there is none} */
    static Optional<StockNotebook> find() {
        return KERNELS.stream()
                .flatMap(names -> running(names.get(0), names.get(1)).stream())
                .map(StockNotebook::new)
                .findFirst();
    }

    /** A stock kernel loads us by a loader below its own; a library may have set another for the thread. */
    private static Optional<Object> running(String type, String method) {
        return Stream.of(
                        StockNotebook.class.getClassLoader(),
                        Thread.currentThread().getContextClassLoader())
                .flatMap(loader -> running(type, method, loader).stream())
                .findFirst();
    }

    private static Optional<Object> running(String type, String method, ClassLoader loader) {
        try {
            return Optional.ofNullable(
                    Class.forName(type, true, loader).getMethod(method).invoke(null));
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** Makes values of this type, where they end a cell, look as our own kernel shows them. */
    void register(Class<?> type, Function<Object, MimeBundle> look) throws ReflectiveOperationException {
        Object registration = call(call(kernel, "getRenderer"), "createRegistration", type);
        call(registration, "preferring", (Object) new String[] {"text/plain", "text/html"});
        for (Method method : registration.getClass().getMethods()) {
            if (method.getName().equals("register") && method.getParameterCount() == 1) {
                method.invoke(registration, function(method.getParameterTypes()[0], look));
            }
        }
    }

    /** {@return an implementation of the kernel's {@code RenderFunction}: {@code render(value, context)}} */
    private static Object function(Class<?> type, Function<Object, MimeBundle> look) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (!method.getName().equals("render")) {
                return method.invoke(look, arguments); // equals, hashCode, toString
            }
            put(call(arguments[1], "getOutputContainer"), look.apply(arguments[0]));
            return null;
        });
    }

    @Override
    public void show(Object value) {
        try {
            send("display", data(value));
        } catch (ReflectiveOperationException e) {
            console.show(value);
        }
    }

    @Override
    public void show(Object value, String id) {
        try {
            Object data = data(value);
            call(data, "setDisplayId", id);
            send("display", data);
        } catch (ReflectiveOperationException e) {
            console.show(value);
        }
    }

    @Override
    public void update(String id, Object value) {
        try {
            Object data = data(value);
            call(data, "setDisplayId", id);
            Object io = call(kernel, "getIO");
            call(io.getClass().getField("display").get(io), "updateDisplay", data);
        } catch (ReflectiveOperationException e) {
            console.show(value);
        }
    }

    @Override
    public void clear(boolean wait) {
        console.clear(wait);
    }

    @Override
    public boolean watched() {
        return true;
    }

    private void send(String method, Object data) throws ReflectiveOperationException {
        call(kernel, method, data);
    }

    private Object data(Object value) throws ReflectiveOperationException {
        Object renderer = call(kernel, "getRenderer");
        if (!(value instanceof MimeBundle bundle)) {
            return call(renderer, "render", value);
        }
        Object data = call(renderer, "render", "");
        put(data, bundle);
        return data;
    }

    private static void put(Object data, MimeBundle bundle) throws ReflectiveOperationException {
        for (var form : bundle.data().entrySet()) {
            call(data, "putData", form.getKey(), form.getValue());
        }
    }

    private static Object call(Object target, String name, Object... arguments) throws ReflectiveOperationException {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name) && fits(method, arguments)) {
                return method.invoke(target, arguments);
            }
        }
        throw new NoSuchMethodException(target.getClass().getName() + "." + name);
    }

    private static boolean fits(Method method, Object... arguments) {
        Class<?>[] types = method.getParameterTypes();
        boolean fit = types.length == arguments.length;
        for (int i = 0; fit && i < types.length; i++) {
            fit = types[i].isInstance(arguments[i]);
        }
        return fit;
    }
}
