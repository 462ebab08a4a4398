package layerwise.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an exception means and what to do about it: rules by class, the latest rule first; what may stand in place of a
 * name that nothing defines; and what cures a compile error that only a library's words make.
 */
final class Explanations {
    private record Rule(Predicate<Class<?>> concerns, Function<Throwable, Optional<String>> explanation) {
        Optional<String> of(Throwable thrown) {
            return concerns.test(thrown.getClass()) ? explanation.apply(thrown) : Optional.empty();
        }
    }

    private static final int CAUSES = 10;

    private final List<Rule> rules = new ArrayList<>();
    private final List<Function<String, Optional<String>>> names = new ArrayList<>();
    private final List<BiFunction<String, String, Optional<String>>> cures = new ArrayList<>();

    /** Explains exceptions of this class and its subclasses. */
    <T extends Throwable> void put(Class<T> type, Function<? super T, Optional<String>> explanation) {
        rules.add(0, new Rule(type::isAssignableFrom, thrown -> explanation.apply(type.cast(thrown))));
    }

    /** Explains exceptions of a class that is known by name only. */
    void put(Predicate<String> className, Function<Throwable, Optional<String>> explanation) {
        rules.add(0, new Rule(type -> className.test(type.getName()), explanation));
    }

    /** Says which expression may be meant by a name that nothing defines. */
    void put(Function<String, Optional<String>> expression) {
        names.add(expression);
    }

    /** Says what cures a compile error, by the compiler's message and the statement. */
    void put(BiFunction<String, String, Optional<String>> cure) {
        cures.add(cure);
    }

    /** {@return what cures a compile error of this message in this statement, nothing where no library knows it} */
    Optional<String> cure(String message, String statement) {
        return cures.stream()
                .flatMap(each -> each.apply(message, statement).stream())
                .findFirst();
    }

    /** {@return an expression that may be meant by the name, nothing where none is known} */
    Optional<String> insteadOf(String name) {
        return names.stream().flatMap(each -> each.apply(name).stream()).findFirst();
    }

    /** {@return the explanation of the exception, else of the nearest cause that has one} */
    Optional<String> of(Throwable thrown) {
        Optional<String> found = Optional.empty();
        Optional<Throwable> next = Optional.of(thrown);
        for (int i = 0; i < CAUSES && found.isEmpty() && next.isPresent(); i++) {
            found = own(next.get());
            next = next.map(Throwable::getCause);
        }
        return found;
    }

    private Optional<String> own(Throwable thrown) {
        for (Rule rule : rules) {
            try {
                Optional<String> found = rule.of(thrown);
                if (found.isPresent()) {
                    return found;
                }
            } catch (RuntimeException e) {
                Log.note("an explanation of " + thrown.getClass().getName() + " failed: " + e);
            }
        }
        return Optional.empty();
    }
}
