package layerwise.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;

/** Runs what JShell compiled on the {@link CellThread}, and keeps values and exceptions as objects, not as text. */
final class CellControl extends DirectExecutionControl implements ExecutionControlProvider {
    private final CellThread thread;
    private final Map<String, Optional<Object>> values = new HashMap<>();
    private Optional<Throwable> thrown = Optional.empty();
    private long running;

    CellControl(CellClasses classes, CellThread thread) {
        super(classes);
        this.thread = thread;
    }

    @Override
    public String name() {
        return "layerwise";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return this;
    }

    /** Keeps the value and returns the key for {@link #take}, which JShell hands on as the snippet's value. */
    @Override
    protected String invoke(Method snippet) throws Exception {
        long began = System.nanoTime();
        try {
            Optional<Object> value = Optional.ofNullable(thread.call(() -> snippet.invoke(null)));
            String key = "value" + values.size();
            values.put(key, value);
            return key;
        } catch (InvocationTargetException e) {
            return fail(e.getCause());
        } catch (Throwable e) {
            return fail(e);
        } finally {
            running += System.nanoTime() - began;
        }
    }

    /** {@return nanoseconds that snippets have run so far} */
    long running() {
        return running;
    }

    private String fail(Throwable cause) throws RunException, InternalException {
        if (!(cause instanceof SPIResolutionException)) {
            thrown = Optional.of(cause);
        }
        return throwConvertedInvocationException(cause);
    }

    /** {@return the object behind a snippet's value, nothing for null} */
    Optional<Object> take(String key) {
        return values.getOrDefault(key, Optional.empty());
    }

    /** {@return what the latest snippet threw, itself and not its description} */
    Optional<Throwable> thrown() {
        return thrown;
    }

    /** Forgets all values and exceptions; they were those of the last cell. */
    void clear() {
        values.clear();
        thrown = Optional.empty();
    }
}
