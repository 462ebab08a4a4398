package layerwise.kernel;

import java.util.ConcurrentModificationException;
import java.util.Optional;

/** What Java's own exceptions mean, where their message does not say what to do. */
final class JavaExplanations {
    private static final long MIB = 1 << 20;
    private static final String INITIALIZER =
            "a static field or block of the class failed, so the class cannot be used; define it anew";

    private static final String LARGER =
            "drop what is no longer needed (set it to null), or start Java with a larger -Xmx";

    private JavaExplanations() {}

    /** {@return the same rules with those for Java's exceptions} */
    static Explanations register(Explanations rules) {
        rules.put(StackOverflowError.class, e -> Optional.of("a method calls itself and finds no end"));
        rules.put(OutOfMemoryError.class, JavaExplanations::memory);
        rules.put(UnsupportedOperationException.class, JavaExplanations::unmodifiable);
        rules.put(
                ConcurrentModificationException.class,
                e -> Optional.of("the collection was changed while a loop walked through it; removeIf(…) may do both"));
        rules.put(ExceptionInInitializerError.class, e -> Optional.of(INITIALIZER));
        return rules;
    }

    /** Each message of the JVM has its own cure; of a native library's memory nothing is known. */
    private static Optional<String> memory(OutOfMemoryError error) {
        String message = String.valueOf(error.getMessage());
        if (message.contains("array size")) {
            return Optional.of("an array has at most about 2,147,483,640 elements, however large the heap");
        }
        if (message.contains("thread")) {
            return Optional.of("the system starts no more threads; end some, or take a pool of few");
        }
        return message.contains("heap space") || message.contains("GC overhead")
                ? Optional.of("the heap ends at " + Runtime.getRuntime().maxMemory() / MIB + " MiB; " + LARGER)
                : Optional.empty();
    }

    private static Optional<String> unmodifiable(UnsupportedOperationException thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        boolean fixed = frames.length > 0
                && (frames[0].getClassName().startsWith("java.util.ImmutableCollections")
                        || frames[0].getClassName().startsWith("java.util.Collections$Unmodifiable"));
        return fixed
                ? Optional.of("List.of, Map.of, toList() and the like give what cannot change; "
                        + "new ArrayList<>(…) or new HashMap<>(…) copies it into one that can")
                : Optional.empty();
    }
}
