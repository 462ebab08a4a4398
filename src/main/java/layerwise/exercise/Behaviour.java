package layerwise.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import layerwise.kernel.Guard;

/**
 * What code did with each of the arguments it was tried on.
 *
 * @param outputs what it returned, as far as it came
 * @param failure why it came no further
 */
record Behaviour(List<Object> outputs, Optional<String> failure) {
    private static final double TOLERANCE = 1e-6;

    /** How long a learner's code may take for all its arguments together. */
    static final long SECONDS = 5;

    /** How long a loop that is given up is waited for. */
    private static final long MILLIS = 500;

    /** {@return what {@code code} does; code that does not end is given up, and what it throws is no failure of ours} */
    static Behaviour of(Code code, List<Object[]> trials) {
        List<Object> outputs = Collections.synchronizedList(new ArrayList<>());
        var givenUp = new AtomicBoolean(); // what a loop yields once it is interrupted is no answer
        var work = new FutureTask<Object>(() -> {
            for (Object[] arguments : trials) {
                var output = Optional.ofNullable(code.body().apply(Inputs.copy(arguments)));
                if (givenUp.get()) {
                    return outputs;
                }
                outputs.add(output.orElse("null"));
            }
            return outputs;
        });
        var thread = new Thread(work, "code of an exercise");
        thread.setDaemon(true);
        thread.start();
        var failure = failure(work, givenUp);
        if (givenUp.get()) {
            stop(thread);
        }
        return new Behaviour(outputs, failure);
    }

    private static void stop(Thread thread) {
        try {
            Guard.stop(thread, MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<String> failure(FutureTask<?> work, AtomicBoolean givenUp) {
        try {
            work.get(SECONDS, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of("it throws " + thrown(e.getCause()));
        } catch (TimeoutException e) {
            givenUp.set(true);
            work.cancel(true);
            return Optional.of("it does not end within " + SECONDS + " seconds; does a loop go on for ever?");
        } catch (InterruptedException e) {
            work.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.of("it was interrupted");
        }
    }

    private static String thrown(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        if (cause instanceof StackOverflowError) {
            return name + "; does it call itself for ever?";
        }
        return cause.getMessage() == null ? name : name + ", " + cause.getMessage();
    }

    /** Copies what came so far: a loop that is given up may still be running. */
    Behaviour {
        outputs = List.of(outputs.toArray());
    }

    /** {@return the number of the first trial on which {@code other} does something else, rounding aside} */
    Optional<Integer> differs(Behaviour other) {
        return differs(other, TOLERANCE);
    }

    /** {@return whether {@code other} yields the same bits} */
    boolean identical(Behaviour other) {
        return differs(other, 0).isEmpty();
    }

    private Optional<Integer> differs(Behaviour other, double tolerance) {
        int trials = Math.max(outputs.size(), other.outputs.size());
        for (int trial = 0; trial < trials; trial++) {
            if (trial >= outputs.size()
                    || trial >= other.outputs.size()
                    || !close(outputs.get(trial), other.outputs.get(trial), tolerance)) {
                return Optional.of(trial);
            }
        }
        return Optional.empty();
    }

    private static boolean close(Object one, Object other, double tolerance) {
        if (one instanceof double[][] rows && other instanceof double[][] others) {
            return close(rows, others, tolerance);
        }
        return one instanceof Number number && other instanceof Number second
                ? close(number.doubleValue(), second.doubleValue(), tolerance)
                : one.equals(other);
    }

    private static boolean close(double[][] rows, double[][] others, double tolerance) {
        boolean close = rows.length == others.length;
        for (int row = 0; close && row < rows.length; row++) {
            close = rows[row] != null && others[row] != null && rows[row].length == others[row].length;
            for (int column = 0; close && column < rows[row].length; column++) {
                close = close(rows[row][column], others[row][column], tolerance);
            }
        }
        return close;
    }

    private static boolean close(double one, double other, double tolerance) {
        return Double.compare(one, other) == 0 || Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(one));
    }
}
