package layerwise.exercise;

import java.util.Optional;

/** What a whole number measures, and so what can be said of one that is nearly right. */
enum Quantity {
    /** How many there are: never negative. */
    COUNT {
        @Override
        Optional<String> near(long right, long given) {
            return given < 0 ? Optional.of("a count is never negative") : oneOff(right, given);
        }

        private static Optional<String> oneOff(long right, long given) {
            return given == right + 1
                    ? Optional.of("that is one too many")
                    : given == right - 1 ? Optional.of("that is one too few") : Optional.empty();
        }
    },

    /** How many stand in a row, pixels, places or layers: the first and the last are easily miscounted. */
    LENGTH {
        @Override
        Optional<String> near(long right, long given) {
            if (given < 0) {
                return Optional.of("a length is never negative");
            }
            return given == right + 1 || given == right - 1
                    ? Optional.of("that is one off; is an end counted twice, or not at all?")
                    : Optional.empty();
        }
    },

    /** A sum of products, which may be negative. */
    SUM {
        @Override
        Optional<String> near(long right, long given) {
            return right != 0 && given == -right
                    ? Optional.of("the digits are right, the sign is not")
                    : Optional.empty();
        }
    };

    /** {@return what can be said of a wrong number of this sort} */
    abstract Optional<String> near(long right, long given);
}
