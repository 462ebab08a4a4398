package layerwise.layers;

import java.util.List;

/**
 * y(k) = Σ (x(i) − c(k, i))²: the squared distance from the input to the centre of each class (LeCun et al. 1998,
 * equation 7). Small means alike: the answer is the class with the smallest output.
 *
 * <p>The centres are chosen by hand and not trained, so they are connections but not parameters.
 *
 * @param centres a row of numbers for each class, all of the same length
 */
public record Rbf(List<List<Integer>> centres) implements Primitive {

    /** Copies the rows and refuses none of them and rows of different lengths. */
    public Rbf {
        centres = Given.all(centres, "a centre of radial basis units").stream()
                .map(centre -> Given.<Integer>all(centre, "a number of a centre"))
                .toList();
        if (centres.isEmpty() || centres.get(0).isEmpty()) {
            throw new IllegalArgumentException("radial basis units need a centre of at least one number, got none");
        }
        int length = centres.get(0).size();
        for (List<Integer> centre : centres) {
            if (centre.size() != length) {
                throw new IllegalArgumentException("the centres of radial basis units must be equally long, got "
                        + length + " and " + centre.size() + " numbers");
            }
        }
    }

    /** {@return classes, the number of centres} */
    public int units() {
        return centres.size();
    }

    @Override
    public String kind() {
        return "rbf";
    }

    @Override
    public Shape output(Shape input) {
        Flatten.requireVector("a layer of radial basis units", input);
        if (input.channels() != centres.get(0).size()) {
            throw new IllegalArgumentException(
                    "the centres have " + centres.get(0).size() + " numbers, got an input of " + input.channels()
                            + "; give the layer before it " + centres.get(0).size() + " units");
        }
        return Shape.vector(units());
    }

    @Override
    public Window window(Shape input) {
        return Window.of(1);
    }

    /** {@return centre, units × inputs, fixed} */
    @Override
    public List<Parameter> parameters(Shape input) {
        var numbers = centres.stream().flatMap(List::stream).toList();
        return List.of(new Parameter(
                "centre", Parameter.Role.FIXED, List.of(units(), input.channels()), numbers.size(), numbers));
    }

    /** {@return 0: distances to fixed centres are no products with weights} */
    @Override
    public long macs(Shape input) {
        return 0;
    }

    /** {@return inputs · units: the 840 with which the paper's total is 340,908} */
    @Override
    public long connections(Shape input) {
        return Count.product(input.size(), units());
    }

    /** {@return a subtraction, then a square added, for each input of each unit} */
    @Override
    public Operations operations(Shape input) {
        long pairs = Count.product(input.size(), units());
        return new Operations(pairs, pairs, 0, 0, 0);
    }

    @Override
    public boolean pointwise() {
        return false;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
