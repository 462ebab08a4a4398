package layerwise.exercise;

/** There is no exercise of an id; where it was asked for is plain, so no frames are kept. */
public final class NoSuchExercise extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    NoSuchExercise(String message) {
        super(message);
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
