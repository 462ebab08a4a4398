package layerwise.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One file from the first of its mirrors that gives it, whole and with its SHA-256, or not at all.
 *
 * <p>The bytes go to {@code NAME.part}, where the next attempt goes on (RFC 9110, section 14), in this run or another;
 * checked, it is moved to its name in one step.
 */
final class Download {
    private static final int ATTEMPTS = 3;
    private static final int REDIRECTS = 5;

    private final PublishedFile file;
    private final Path place;
    private final Path part;
    private final Duration patience;
    private final DownloadProgress progress;
    private final List<String> failures = new ArrayList<>();

    Download(PublishedFile file, Path folder, Duration patience, DownloadProgress progress) {
        this.file = file;
        this.patience = patience;
        this.progress = progress;
        place = folder.resolve(file.name());
        part = folder.resolve(file.name() + ".part");
    }

    /** Why a mirror did not give the file; the next one is tried. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }

    /**
     * {@return the whole file, or nothing where every mirror failed: then {@link #failures} says how}
     *
     * @throws IOException if it cannot be written, or the thread is interrupted
     */
    boolean succeeds() throws IOException {
        for (URI mirror : file.mirrors()) {
            if (from(mirror)) {
                move();
                return true;
            }
        }
        return false;
    }

    /** {@return each mirror and why it failed, in one phrase each} */
    List<String> failures() {
        return failures;
    }

    /** A mirror that stops half-way, or after a part that was wrong, is asked again: three times at most. */
    private boolean from(URI mirror) throws IOException {
        String reason = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long before = size();
            try {
                fetch(mirror);
                verify();
                return true;
            } catch (Refused e) {
                reason = e.getMessage();
                if (size() == before) {
                    break;
                }
            }
        }
        failures.add("from " + mirror + " (" + reason + ")");
        return false;
    }

    private long size() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private void fetch(URI mirror) throws IOException {
        long have = size();
        if (have == file.size()) {
            return;
        }
        if (have > file.size()) {
            Files.delete(part);
            have = 0;
        }
        HttpURLConnection connection = connect(mirror, have);
        try {
            receive(connection, answered(connection, have));
        } finally {
            connection.disconnect();
        }
    }

    private HttpURLConnection connect(URI mirror, long have) throws IOException {
        URI address = mirror;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            HttpURLConnection connection = open(address, have);
            String elsewhere = status(connection, address) / 100 == 3 ? connection.getHeaderField("Location") : null;
            if (elsewhere == null) {
                return connection;
            }
            connection.disconnect();
            address = redirected(address, elsewhere);
        }
        throw new Refused("it redirects without end");
    }

    private static URI redirected(URI address, String elsewhere) throws Refused {
        try {
            URI next = address.resolve(elsewhere);
            if ("http".equals(next.getScheme()) || "https".equals(next.getScheme())) {
                return next;
            }
        } catch (IllegalArgumentException e) {
            // no address at all
        }
        throw new Refused("it redirects to " + elsewhere);
    }

    private HttpURLConnection open(URI address, long have) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout((int) patience.toMillis());
        connection.setReadTimeout((int) patience.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept-Encoding", "identity");
        if (have > 0) {
            connection.setRequestProperty("Range", "bytes=" + have + "-");
        }
        return connection;
    }

    private int status(HttpURLConnection connection, URI address) throws IOException {
        checkInterrupt();
        try {
            return connection.getResponseCode();
        } catch (UnknownHostException e) {
            throw new Refused("no host " + address.getHost() + " is known; is this machine online?");
        } catch (SocketTimeoutException e) {
            throw new Refused("no answer in " + patience.toMillis() + " ms");
        } catch (IOException e) {
            throw new Refused(e.getMessage());
        }
    }

    /** {@return where the bytes that are sent belong: after those we have, or at the start} */
    private long answered(HttpURLConnection connection, long have) throws IOException {
        int code = connection.getResponseCode();
        if (code == HttpURLConnection.HTTP_PARTIAL && have > 0) {
            String range = String.valueOf(connection.getHeaderField("Content-Range"));
            if (range.startsWith("bytes " + have + "-")) {
                return have;
            }
            discard();
            throw new Refused("it was asked for bytes from " + have + " on and sent " + range);
        }
        if (code == 416) {
            discard();
        }
        if (code != HttpURLConnection.HTTP_OK) {
            throw new Refused("it answered " + code);
        }
        long length = connection.getContentLengthLong();
        if (length >= 0 && length != file.size()) {
            throw new Refused("it offered " + length + " bytes, expected " + file.size());
        }
        return 0;
    }

    private void receive(HttpURLConnection connection, long from) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long have = from;
        try (OutputStream out =
                from > 0 ? Files.newOutputStream(part, StandardOpenOption.APPEND) : Files.newOutputStream(part)) {
            InputStream in = stream(connection);
            for (int read = read(in, buffer, have); read >= 0; read = read(in, buffer, have)) {
                out.write(buffer, 0, (int) Math.min(read, file.size() + 1 - have));
                have += read;
                if (have > file.size()) {
                    break;
                }
                progress.at(file.name(), have, file.size());
            }
        }
        if (have > file.size()) {
            discard();
            throw new Refused("it sent more than the expected " + file.size() + " bytes");
        }
        if (have < file.size()) {
            if (connection.getContentLengthLong() < 0) {
                discard(); // as far as anyone can tell this was all: another file
            }
            throw new Refused("it stopped after " + have + " of " + file.size() + " bytes");
        }
    }

    private static InputStream stream(HttpURLConnection connection) throws Refused {
        try {
            return connection.getInputStream();
        } catch (IOException e) {
            throw new Refused(e.getMessage());
        }
    }

    private int read(InputStream in, byte[] buffer, long have) throws IOException {
        checkInterrupt();
        try {
            return in.read(buffer);
        } catch (SocketTimeoutException e) {
            throw new Refused("it sent nothing for " + patience.toMillis() + " ms after " + have + " bytes");
        } catch (IOException e) {
            throw new Refused("it broke off after " + have + " of " + file.size() + " bytes");
        }
    }

    private void checkInterrupt() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException(
                    place + ": the download was interrupted; the next one goes on where this one stopped");
        }
    }

    private void verify() throws IOException {
        String got = Digest.of(part);
        if (!got.equals(file.sha256())) {
            discard();
            throw new Refused("it sent other bytes: expected SHA-256 " + file.sha256() + ", got " + got);
        }
    }

    private void discard() throws IOException {
        Files.deleteIfExists(part);
    }

    private void move() throws IOException {
        try {
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, place);
        }
    }
}
