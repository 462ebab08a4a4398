package layerwise.exercise;

import java.util.Optional;

/**
 * A number with digits behind the point.
 *
 * @param tolerance how far an answer may be from the right one, as a share of it
 */
record DecimalKind(double tolerance) implements Kind<Double> {

    /** Refuses a tolerance that accepts everything, or nothing. */
    DecimalKind {
        if (!(tolerance > 0 && tolerance < 0.2)) {
            throw new IllegalArgumentException("a tolerance is above 0 and below 0.2, got " + tolerance);
        }
    }

    @Override
    public String noun() {
        return "a number";
    }

    @Override
    public String example() {
        return "12.5";
    }

    @Override
    public Double read(Object given) {
        Figures.pointed(given).ifPresent(point -> {
            throw Kind.expected(this, Kind.describe(given) + "; decimals stand behind a point: " + point);
        });
        double number = Figures.read(given)
                .orElseThrow(() -> Kind.expected(this, Kind.describe(given)))
                .doubleValue();
        if (!Double.isFinite(number)) {
            throw Kind.expected(this, Kind.describe(given) + ", which is beyond all numbers here");
        }
        return number;
    }

    @Override
    public boolean same(Double one, Double other) {
        return Math.abs(one - other) <= tolerance * Math.abs(one);
    }

    @Override
    public String print(Double answer) {
        return Figures.print(answer);
    }

    @Override
    public Optional<String> near(Double right, Double given) {
        if (given < 0 && right > 0) {
            return Optional.of("what is asked for is not negative");
        }
        if (same(right, 100 * given) || same(right, given / 100)) {
            return Optional.of("that is a hundred times off; is it a share or a percentage?");
        }
        if (cutOff(right, given)) {
            return Optional.of(
                    "its fraction is cut off; in Java 1/2 is 0, as a division of whole numbers drops the fraction, and"
                            + " 1.0/2 is 0.5");
        }
        if (given != 0 && same(right, 1 / given)) {
            return Optional.of("that is the ratio the other way round");
        }
        return Math.abs(right - given) <= 5 * tolerance * Math.abs(right)
                ? Optional.of("that is close; count with more digits and round at the end")
                : Optional.empty();
    }

    /** 12 for 12.5, and 0 for 25, which 2/8 · 100 is: what whole numbers leave of a division. */
    private static boolean cutOff(double right, double given) {
        return given == 0 && right > 0 || given == Math.floor(right) && given < right;
    }
}
