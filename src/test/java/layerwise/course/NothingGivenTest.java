package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.analysis.Quoted;
import layerwise.data.Filter;
import layerwise.data.Planes;
import layerwise.data.Split;
import layerwise.layers.Conv;
import layerwise.layers.Layers;
import layerwise.layers.Pool;
import layerwise.layers.Shape;
import layerwise.layers.Subsample;
import layerwise.layers.Window;
import layerwise.network.Network;
import layerwise.train.Recipe;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a cell can call with null answers with a sentence; nobody meets a bare {@link NullPointerException}. */
class NothingGivenTest {
    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(Network.class, LeNet5.modern()),
            Map.entry(String.class, "lenet5"),
            Map.entry(Quoted.class, Quoted.of("60K")),
            Map.entry(Shape.class, Shape.of(1, 32, 32)),
            Map.entry(Conv.class, Layers.conv(6, 5)),
            Map.entry(Pool.class, Layers.maxPool(2)),
            Map.entry(Subsample.class, Layers.subsample(2)),
            Map.entry(Window.class, Window.of(3)),
            Map.entry(Filter.class, Filter.vertical(3)),
            Map.entry(Planes.class, ImageWords.digits(4)),
            Map.entry(Map.class, Map.of("TOTAL", 61_706L)),
            Map.entry(Recipe.class, Recipe.of(LeNet5.modern())),
            Map.entry(Split.class, Words.drawnDigits(2, 2)),
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(double.class, 1.0),
            Map.entry(boolean.class, true));

    /** Words that take null for a wrong answer. */
    private static final Set<String> ANSWERED = Set.of("check", "predict");

    /**
     * A call in which one argument is null, or all are where a sample of another is missing.
     *
     * @param method what is called
     * @param given the arguments
     */
    record Call(Method method, List<Optional<Object>> given) {
        @Override
        public String toString() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName() + given;
        }

        Object answer() throws Throwable {
            try {
                return method.invoke(
                        null, given.stream().map(each -> each.orElse(null)).toArray());
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    static Stream<Call> calls() {
        return types().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()))
                .filter(method ->
                        !method.isSynthetic() && !method.getDeclaringClass().isEnum())
                .filter(method -> !method.isVarArgs() && !ANSWERED.contains(method.getName()))
                .flatMap(NothingGivenTest::calls);
    }

    private static Stream<Class<?>> types() {
        Stream<Class<?>> analysis = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("layerwise.analysis").stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::reflect);
        return Stream.concat(
                analysis,
                Stream.of(
                        Words.class,
                        TrainingWords.class,
                        ImageWords.class,
                        DiagramWords.class,
                        ExerciseWords.class,
                        ResultWords.class,
                        InterruptionWords.class,
                        Layers.class));
    }

    private static Stream<Call> calls(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return IntStream.range(0, types.length)
                .filter(index -> !types[index].isPrimitive())
                .mapToObj(index -> new Call(method, given(types, index)));
    }

    private static List<Optional<Object>> given(Class<?>[] types, int missing) {
        List<Optional<Object>> given = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            given.add(i == missing ? Optional.empty() : sample(types[i]));
        }
        return given;
    }

    private static Optional<Object> sample(Class<?> type) {
        return type.isEnum() ? Optional.of(type.getEnumConstants()[0]) : Optional.ofNullable(SAMPLES.get(type));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void whatIsCalledWithNullSaysWhatItExpects(Call call) {
        assertThat(catchThrowable(call::answer))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(" ");
    }

    @Test
    void theMissingArgumentIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.summary((Network) null))
                .withMessage("a network is expected, got null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.parametersBeside(LeNet5.modern(), null))
                .withMessage("a map of a paper's numbers is expected, got null");
        assertThat(catchThrowable(() -> ExerciseWords.check("03.1", null))).isNotInstanceOf(NullPointerException.class);
    }

    @Test
    void noDigitsAreNoLesson() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.drawnDigits(0, 0))
                .withMessage("drawnDigits: at least 1 image to learn from and 1 to test on is expected, got 0 and 0");
    }
}
