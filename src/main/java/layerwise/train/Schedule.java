package layerwise.train;

import java.util.List;
import java.util.stream.Collectors;

/** What the learning rate is multiplied by as training goes on; t runs from 0 at the first step to 1 after the last. */
public sealed interface Schedule {

    /** rate, always. */
    Schedule CONSTANT = new Constant();

    /** rate · (1 + cos πt) / 2. */
    Schedule COSINE = new Cosine();

    /**
     * Where training stands.
     *
     * @param step counted from 0
     * @param steps of the whole recipe
     * @param epochs of the whole recipe
     * @param history the epochs that have ended
     */
    record Moment(long step, long steps, int epochs, History history) {

        /** {@return t} */
        double share() {
            return (double) step / steps;
        }

        /** {@return epochs so far, as a fraction} */
        double elapsed() {
            return share() * epochs;
        }
    }

    /** {@return what the learning rate is multiplied by at {@code moment}} */
    double factor(Moment moment);

    /** 1, always. */
    record Constant() implements Schedule {
        @Override
        public double factor(Moment moment) {
            return 1;
        }

        @Override
        public String toString() {
            return "constant";
        }
    }

    /** (1 + cos πt) / 2 (Loshchilov and Hutter 2016, equation 5, without restarts). */
    record Cosine() implements Schedule {
        @Override
        public double factor(Moment moment) {
            return (1 + Math.cos(Math.PI * moment.share())) / 2;
        }

        @Override
        public String toString() {
            return "falling to 0 as a cosine";
        }
    }

    /**
     * factorⁿ after the n-th of some moments (He et al. 2015, section 4.2: a tenth at 32k and 48k of 64k steps).
     *
     * @param factor of one fall
     * @param at t of each fall, in order; shares of training, so that a shorter one falls in proportion
     */
    record Steps(double factor, List<Double> at) implements Schedule {

        /** Copies the list and refuses moments outside of training. */
        public Steps {
            below1("factor", factor);
            at = List.copyOf(at);
            for (int i = 0; i < at.size(); i++) {
                if (!(at.get(i) > (i == 0 ? 0 : at.get(i - 1)) && at.get(i) < 1)) {
                    throw new IllegalArgumentException(
                            "a schedule's steps are shares of training above 0 and below 1, each above the last, got "
                                    + at);
                }
            }
        }

        @Override
        public double factor(Moment moment) {
            return Math.pow(factor, at.stream().filter(t -> moment.share() >= t).count());
        }

        @Override
        public String toString() {
            return "times " + factor + " at " + at.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + " of training";
        }
    }

    /**
     * factorⁿ after the test loss has failed n times to fall for {@code patience} epochs (as Krizhevsky et al. 2012,
     * section 5, did by hand).
     *
     * @param factor of one fall
     * @param patience epochs without a lower test loss before it
     */
    record Plateau(double factor, int patience) implements Schedule {

        /** Refuses a factor that does not lower, and no patience at all. */
        public Plateau {
            below1("factor", factor);
            if (patience < 1) {
                throw new IllegalArgumentException("a plateau's patience is at least 1 epoch, got " + patience);
            }
        }

        @Override
        public double factor(Moment moment) {
            double least = Double.POSITIVE_INFINITY;
            int falls = 0;
            int waited = 0;
            for (Epoch epoch : moment.history().epochs()) {
                waited = epoch.testLoss() < least ? 0 : waited + 1;
                least = Math.min(least, epoch.testLoss());
                if (waited == patience) {
                    falls++;
                    waited = 0;
                }
            }
            return Math.pow(factor, falls);
        }

        @Override
        public String toString() {
            return "times " + factor + " after " + patience + " epochs without a lower test loss";
        }
    }

    /**
     * from + (1 − from)·e/epochs in the first epochs, times what {@code then} gives at every moment (Goyal et al. 2017,
     * section 2.2); e counts epochs, fractions too.
     *
     * @param epochs until the whole rate is reached
     * @param from the share of the rate at the first step
     * @param then the schedule that is warmed up
     */
    record WarmUp(double epochs, double from, Schedule then) implements Schedule {

        /** Refuses a warm-up that does not rise. */
        public WarmUp {
            if (!(epochs > 0 && epochs < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a warm-up takes more than 0 epochs, got " + epochs);
            }
            below1("from", from);
        }

        @Override
        public double factor(Moment moment) {
            double ramp = from + (1 - from) * moment.elapsed() / epochs;
            return Math.min(1, ramp) * then.factor(moment);
        }

        @Override
        public String toString() {
            return "warmed up in " + epochs + " epochs, then " + then;
        }
    }

    /** {@return rate · factorⁿ after the n-th of these shares of training} */
    static Schedule steps(double factor, Double... at) {
        return new Steps(factor, List.of(at));
    }

    /** {@return rate · factorⁿ after n times {@code patience} epochs without a lower test loss} */
    static Schedule plateau(double factor, int patience) {
        return new Plateau(factor, patience);
    }

    /** {@return this schedule, with a rate that rises from nearly nothing within the first epochs} */
    default Schedule warmUp(double epochs) {
        return new WarmUp(epochs, 0.01, this);
    }

    private static void below1(String word, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException("a schedule's " + word + " is from 0 to below 1, got " + value);
        }
    }
}
