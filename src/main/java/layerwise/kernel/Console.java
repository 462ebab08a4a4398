package layerwise.kernel;

import java.io.PrintStream;

/** The screen where there is no notebook: values as lines of text, and nothing is taken back. */
record Console(PrintStream lines) implements Screen {

    @Override
    public void show(Object value) {
        lines.println(text(value));
    }

    @Override
    public void show(Object value, String id) {
        show(value);
    }

    @Override
    public void update(String id, Object value) {
        show(value);
    }

    @Override
    public void clear(boolean wait) {
        lines.flush();
    }

    @Override
    public boolean watched() {
        return false;
    }

    private static String text(Object value) {
        if (value instanceof MimeBundle bundle) {
            return bundle.form("text/plain").orElse("");
        }
        return value == null ? "null" : Text.of(value);
    }
}
