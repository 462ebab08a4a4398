package layerwise.exercise;

import java.util.List;
import java.util.Optional;

/**
 * A method, tried on arguments drawn by chance beside one that is right.
 *
 * @param model what the learner's code has to agree with
 * @param inputs how arguments are drawn and named
 * @param trials the arguments
 */
record CodeKind(Code model, Inputs inputs, List<Object[]> trials) implements Kind<Behaviour> {

    @Override
    public String noun() {
        return "code";
    }

    @Override
    public String example() {
        String names = String.join(", ", inputs.names());
        return model.word() + "(" + (inputs.names().size() == 1 ? names : "(" + names + ")") + " -> …)";
    }

    /** {@return what the code does with all the trials} */
    Behaviour of(Code code) {
        return Behaviour.of(code, trials);
    }

    @Override
    public Behaviour read(Object given) {
        if (given instanceof Code code && code.like(model)) {
            return of(code);
        }
        throw Kind.expected(this, Kind.describe(given));
    }

    @Override
    public boolean same(Behaviour one, Behaviour other) {
        return one.differs(other).isEmpty();
    }

    @Override
    public boolean identical(Behaviour one, Behaviour other) {
        return one.identical(other);
    }

    @Override
    public String print(Behaviour answer) {
        return "the code";
    }

    /** {@return the first counterexample: input, expected, got} */
    @Override
    public Optional<String> near(Behaviour right, Behaviour given) {
        return right.differs(given).map(trial -> {
            String expected = "for " + inputs.print(trials.get(trial)) + " expected "
                    + Inputs.print(right.outputs().get(trial));
            return trial < given.outputs().size()
                    ? expected + ", got " + Inputs.print(given.outputs().get(trial))
                    : expected + ", but " + given.failure().orElse("nothing came");
        });
    }

    @Override
    public Optional<String> tell(Behaviour right, Behaviour given, String remarks) {
        return near(right, given).map(seen -> remarks.isEmpty() ? seen : seen + "; " + remarks);
    }
}
