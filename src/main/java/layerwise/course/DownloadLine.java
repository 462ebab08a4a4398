package layerwise.course;

import java.io.PrintWriter;
import java.util.Locale;
import layerwise.data.DownloadProgress;

/** Says on the terminal how far a download is: a line for every tenth of a file, none for small ones that come at once. */
final class DownloadLine implements DownloadProgress {
    private static final long SMALL = 1_000_000;

    private final PrintWriter out;
    private String file = "";
    private long tenths;

    DownloadLine(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void at(String file, long bytes, long of) {
        long now = of < SMALL ? 0 : 10 * bytes / of;
        if (!file.equals(this.file) || now > tenths) {
            this.file = file;
            tenths = now;
            out.println(String.format(Locale.ROOT, "%s: %,d of %,d bytes", file, bytes, of));
            out.flush();
        }
    }
}
