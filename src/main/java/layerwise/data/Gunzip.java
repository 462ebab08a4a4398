package layerwise.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A gzip file, unpacked as it is read; an error names the file and the offset among its packed bytes. */
final class Gunzip extends GZIPInputStream {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final SeekableByteChannel file;

    private Gunzip(Path path, SeekableByteChannel file) throws IOException {
        super(Channels.newInputStream(file), BUFFER);
        this.path = path;
        this.file = file;
    }

    /** {@return the unpacked bytes of this file, which the reader closes} */
    static Gunzip open(Path path) throws IOException {
        SeekableByteChannel file = channel(path);
        try {
            return new Gunzip(path, file);
        } catch (IOException e) {
            IOException named = named(path, file, e);
            file.close();
            throw named;
        }
    }

    private static IOException named(Path path, SeekableByteChannel file, IOException e) throws IOException {
        if (e instanceof EOFException) {
            return cut(path, file, e);
        }
        return e instanceof ZipException ? header(path, file, e) : Reading.unreadable(path, e);
    }

    private static SeekableByteChannel channel(Path path) throws IOException {
        try {
            return Files.newByteChannel(path);
        } catch (IOException e) {
            throw Reading.unreadable(path, e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (EOFException e) {
            throw cut(path, file, e);
        } catch (ZipException e) {
            String expected = inf.finished()
                    ? "the checksum of the unpacked bytes, got another"
                    : "packed bytes, got some that do not unpack";
            throw error(path, file.position() - inf.getRemaining(), expected, IdxFile.AGAIN, e);
        }
    }

    private static IOException cut(Path path, SeekableByteChannel file, IOException cause) throws IOException {
        return error(path, file.size(), "more packed bytes, got the end of the file", IdxFile.AGAIN, cause);
    }

    private static IOException header(Path path, SeekableByteChannel file, IOException cause) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(2);
        file.position(0).read(first);
        return error(
                path,
                0,
                "the gzip header 0x1f8b, got %#06x".formatted(first.getShort(0) & 0xFFFF),
                "download it again, or take .gz off its name if it is unpacked",
                cause);
    }

    private static IOException error(Path path, long offset, String expectedAndGot, String cure, IOException cause) {
        return new IOException(path + ": offset " + offset + ": expected " + expectedAndGot + "; " + cure, cause);
    }
}
