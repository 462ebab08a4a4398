package layerwise.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Several ways of training compared, each by several runs that differ in their seed alone, so that chance is seen.
 *
 * @param groups one for each way, in the order in which they are shown
 */
public record Study(List<Group> groups) {

    /**
     * Refuses nothing, and what cannot be compared.
     *
     * @throws IllegalArgumentException if there is no group, two bear one name, or they were tested on different images
     */
    public Study {
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("a study: expected at least one group of runs, got none");
        }
        Set<String> names = new HashSet<>();
        for (Group group : groups) {
            group.checkBeside(groups.get(0));
            if (!names.add(group.name())) {
                throw new IllegalArgumentException(
                        "a study: expected a name of its own for each group, got " + group.name() + " twice");
            }
        }
    }

    /** {@return a study of one group of runs} */
    public static Study of(String name, List<? extends Recorded> runs) {
        return new Study(List.of(group(name, runs)));
    }

    /** {@return this study and one more group} */
    public Study and(String name, List<? extends Recorded> runs) {
        var more = new ArrayList<>(groups);
        more.add(group(name, runs));
        return new Study(more);
    }

    private static Group group(String name, List<? extends Recorded> runs) {
        return new Group(name, runs.stream().map(Recorded::record).toList());
    }

    /** {@return epochs of the longest run} */
    public int epochs() {
        return groups.stream()
                .flatMap(group -> group.runs().stream())
                .mapToInt(run -> run.history().epochs().size())
                .max()
                .orElseThrow();
    }

    /**
     * Runs that differ in their seed alone.
     *
     * @param name what they have in common
     * @param runs one for each seed
     */
    public record Group(String name, List<RunRecord> runs) {

        /**
         * Refuses runs that differ in more than their seed, and the same seed twice.
         *
         * @throws IllegalArgumentException if there is no run, or such a one; the message says how it differs
         */
        public Group {
            runs = List.copyOf(runs);
            if (runs.isEmpty()) {
                throw new IllegalArgumentException(name + ": expected at least one run, got none");
            }
            Set<Long> seeds = new HashSet<>();
            for (RunRecord run : runs) {
                same(name, "network", runs.get(0).network(), run.network());
                same(name, "recipe", runs.get(0).recipe().seed(0), run.recipe().seed(0));
                same(name, "data", runs.get(0).data(), run.data());
                if (!seeds.add(run.recipe().seed())) {
                    throw new IllegalArgumentException(name + ": expected a seed of its own for each run, got seed "
                            + run.recipe().seed() + " twice; train with others");
                }
            }
        }

        private static void same(String name, String part, Object expected, Object got) {
            if (!expected.equals(got)) {
                throw new IllegalArgumentException(
                        name + ": expected runs that differ in their seed alone, got another " + part
                                + "; make a group of its own of it");
            }
        }

        private void checkBeside(Group first) {
            if (!first.runs.get(0).data().test().equals(runs.get(0).data().test())) {
                throw new IllegalArgumentException(name + ": expected runs that were tested on the images of "
                        + first.name + ", got others; compare what was asked the same");
            }
        }

        /** {@return epochs that every run has} */
        public int epochs() {
            return runs.stream()
                    .mapToInt(run -> run.history().epochs().size())
                    .min()
                    .orElseThrow();
        }

        /** {@return test accuracy after the last epoch} */
        public Spread accuracy() {
            return Spread.of(runs, RunRecord::accuracy);
        }

        /** {@return {@code quantity} of the runs in epoch {@code number}, counted from 1, which each of them has} */
        public Spread at(int number, ToDoubleFunction<Epoch> quantity) {
            return Spread.of(
                    runs, run -> quantity.applyAsDouble(run.history().epochs().get(number - 1)));
        }

        /** {@return epochs until the test accuracy first is {@code target} or more; ∞ for a run that never comes to it} */
        public Spread epochsTo(double target) {
            return Spread.of(
                    runs,
                    run -> run.history().epochs().stream()
                            .filter(epoch -> epoch.testAccuracy() >= target)
                            .mapToDouble(Epoch::number)
                            .findFirst()
                            .orElse(Double.POSITIVE_INFINITY));
        }

        /** {@return runs whose test accuracy comes to {@code target}} */
        public long reaching(double target) {
            return runs.stream()
                    .filter(run -> run.history().epochs().stream().anyMatch(epoch -> epoch.testAccuracy() >= target))
                    .count();
        }
    }
}
