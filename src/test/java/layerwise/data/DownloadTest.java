package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
    private static final String NAME = "images.gz";
    private static final byte[] BYTES = bytes(200_000);

    @TempDir
    private Path folder;

    private Path place;
    private Path part;

    @BeforeEach
    void places() {
        place = folder.resolve(NAME);
        part = folder.resolve(NAME + ".part");
    }

    @Test
    void aGoodMirrorGivesTheFile() throws IOException {
        try (Mirror mirror = new Mirror(Mirror.good(BYTES))) {
            fetched(mirror);
            assertThat(mirror.asked()).containsExactly("all");
        }
    }

    @Test
    void progressIsHeardUpToTheEnd() throws IOException {
        List<Long> heard = new ArrayList<>();
        try (Mirror mirror = new Mirror(Mirror.good(BYTES))) {
            Download download = new Download(
                    published(mirror.file(NAME)), folder, Duration.ofSeconds(5), (file, bytes, of) -> heard.add(bytes));
            assertThat(download.succeeds()).isTrue();
        }
        assertThat(heard).isSorted().endsWith((long) BYTES.length);
    }

    @Test
    void aMirrorThatBreaksOffIsAskedForTheRest() throws IOException {
        try (Mirror mirror = new Mirror(Mirror.truncated(BYTES, 70_000), Mirror.good(BYTES))) {
            fetched(mirror);
            assertThat(mirror.asked()).containsExactly("all", "bytes=70000-");
        }
    }

    @Test
    void aPartOfAnEarlierRunIsGoneOnWith() throws IOException {
        Files.write(part, java.util.Arrays.copyOf(BYTES, 150_000));
        try (Mirror mirror = new Mirror(Mirror.good(BYTES))) {
            fetched(mirror);
            assertThat(mirror.asked()).containsExactly("bytes=150000-");
        }
    }

    @Test
    void aWholePartIsOnlyVerified() throws IOException {
        Files.write(part, BYTES);
        try (Mirror mirror = new Mirror(Mirror.status(500))) {
            fetched(mirror);
            assertThat(mirror.asked()).isEmpty();
        }
    }

    @Test
    void aMirrorThatIgnoresRangesStartsAgain() throws IOException {
        Files.write(part, java.util.Arrays.copyOf(BYTES, 150_000));
        try (Mirror mirror = new Mirror(Mirror.withoutRanges(BYTES))) {
            fetched(mirror);
        }
    }

    @Test
    void aPartWithOtherBytesIsFoundOutAndFetchedAnew() throws IOException {
        Files.write(part, new byte[150_000]);
        try (Mirror mirror = new Mirror(Mirror.good(BYTES))) {
            fetched(mirror);
            assertThat(mirror.asked()).containsExactly("bytes=150000-", "all");
        }
    }

    @Test
    void aPartThatIsTooLongIsFetchedAnew() throws IOException {
        Files.write(part, bytes(300_000));
        try (Mirror mirror = new Mirror(Mirror.good(BYTES))) {
            fetched(mirror);
            assertThat(mirror.asked()).containsExactly("all");
        }
    }

    @Test
    void arangeThatIsRefusedIsFetchedAnew() throws IOException {
        Files.write(part, java.util.Arrays.copyOf(BYTES, 150_000));
        try (Mirror mirror = new Mirror(Mirror.status(416), Mirror.good(BYTES))) {
            fetched(mirror);
            assertThat(mirror.asked()).containsExactly("bytes=150000-", "all");
        }
    }

    @Test
    void aRedirectIsFollowed() throws IOException {
        try (Mirror mirror = new Mirror(Mirror.redirect("/moved"), Mirror.good(BYTES))) {
            fetched(mirror);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500, 503, 403, 204})
    void afterAMirrorWithoutTheFileTheNextIsAsked(int code) throws IOException {
        try (Mirror bad = new Mirror(Mirror.status(code));
                Mirror good = new Mirror(Mirror.good(BYTES))) {
            fetched(bad, good);
        }
    }

    @Test
    void aMirrorThatStallsIsLeftAndTheNextGoesOn() throws IOException {
        try (Mirror slow = new Mirror(Mirror.stalled(BYTES, 90_000), Mirror.status(500));
                Mirror good = new Mirror(Mirror.good(BYTES))) {
            fetched(slow, good);
            assertThat(good.asked()).containsExactly("bytes=90000-");
        }
    }

    @Test
    void otherBytesAreNeverKept() throws IOException {
        byte[] other = BYTES.clone();
        other[100_000] ^= 1;
        try (Mirror mirror = new Mirror(Mirror.good(other))) {
            refused(mirror, "it sent other bytes: expected SHA-256 " + sha256(BYTES) + ", got " + sha256(other));
            assertThat(folder).isEmptyDirectory();
        }
        try (Mirror bad = new Mirror(Mirror.good(other));
                Mirror good = new Mirror(Mirror.good(BYTES))) {
            fetched(bad, good);
        }
    }

    @Test
    void anotherLengthIsRefusedBeforeItIsRead() throws IOException {
        try (Mirror mirror = new Mirror(Mirror.withoutRanges(bytes(123)))) {
            refused(mirror, "it offered 123 bytes, expected 200000");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aStreamWithoutEndIsLeftAfterTheSizeOfTheFile() throws IOException {
        try (Mirror mirror = new Mirror(Mirror.chunked(BYTES, 10_000))) {
            refused(mirror, "it sent more than the expected 200000 bytes");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aPageInPlaceOfTheFileIsNotGoneOnWith() throws IOException {
        try (Mirror page = new Mirror(Mirror.chunked("<html>".getBytes(), 1));
                Mirror good = new Mirror(Mirror.good(BYTES))) {
            fetched(page, good);
            assertThat(good.asked()).containsExactly("all");
        }
    }

    @Test
    void everyMirrorThatFailsIsNamedWithItsReason() throws IOException {
        try (Mirror gone = new Mirror(Mirror.status(404));
                Mirror round = new Mirror(Mirror.redirect("/again"));
                Mirror away = new Mirror(Mirror.redirect("ftp://example.org/x"));
                Mirror cut = new Mirror(Mirror.truncated(BYTES, 10), Mirror.status(500))) {
            Download download = download(
                    gone.file(NAME),
                    round.file(NAME),
                    away.file(NAME),
                    cut.file(NAME),
                    URI.create("http://no.invalid/x"));
            assertThat(download.succeeds()).isFalse();
            assertThat(download.failures())
                    .containsExactly(
                            "from " + gone.file(NAME) + " (it answered 404)",
                            "from " + round.file(NAME) + " (it redirects without end)",
                            "from " + away.file(NAME) + " (it redirects to ftp://example.org/x)",
                            "from " + cut.file(NAME) + " (it answered 500)",
                            "from http://no.invalid/x (no host no.invalid is known; is this machine online?)");
            assertThat(place).doesNotExist();
            assertThat(Files.size(part)).isEqualTo(10);
        }
    }

    @Test
    void anInterruptStopsItAndThePartIsKept() throws IOException {
        try (Mirror mirror = new Mirror(Mirror.good(BYTES))) {
            Files.write(part, java.util.Arrays.copyOf(BYTES, 1000));
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> download(mirror.file(NAME)).succeeds())
                    .isInstanceOf(InterruptedIOException.class)
                    .hasMessage(place + ": the download was interrupted; the next one goes on where this one stopped");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(Files.size(part)).isEqualTo(1000);
        }
    }

    private void fetched(Mirror... mirrors) throws IOException {
        Download download =
                download(Stream.of(mirrors).map(mirror -> mirror.file(NAME)).toArray(URI[]::new));
        assertThat(download.succeeds()).as(download.failures().toString()).isTrue();
        assertThat(Files.readAllBytes(place)).isEqualTo(BYTES);
        assertThat(part).doesNotExist();
    }

    private void refused(Mirror mirror, String reason) throws IOException {
        Download download = download(mirror.file(NAME));
        assertThat(download.succeeds()).isFalse();
        assertThat(download.failures()).containsExactly("from " + mirror.file(NAME) + " (" + reason + ")");
        assertThat(place).doesNotExist();
    }

    private Download download(URI... mirrors) {
        return new Download(published(mirrors), folder, Duration.ofMillis(500), DownloadProgress.NONE);
    }

    private static PublishedFile published(URI... mirrors) {
        return new PublishedFile(NAME, BYTES.length, sha256(BYTES), List.of(mirrors));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new java.util.Random(5).nextBytes(bytes);
        return bytes;
    }
}
