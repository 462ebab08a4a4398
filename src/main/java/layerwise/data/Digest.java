package layerwise.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import layerwise.layers.Shape;

/** SHA-256 of images, and of files. */
final class Digest {
    private Digest() {}

    /**
     * {@return 64 hex digits for the {@code size} images that start with number {@code from} of the arrays} Channels,
     * height, width, N, then N labels (each a big-endian 32-bit number), then the pixels.
     */
    static String of(Shape shape, int[] labels, byte[] pixels, int from, int size) {
        MessageDigest digest = sha256();
        ByteBuffer numbers = ByteBuffer.allocate(4 * (4 + size));
        numbers.putInt(shape.channels())
                .putInt(shape.height())
                .putInt(shape.width())
                .putInt(size);
        numbers.asIntBuffer().put(labels, from, size);
        digest.update(numbers.array());
        int bytes = (int) shape.size();
        digest.update(pixels, from * bytes, size * bytes);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** {@return 64 hex digits for the bytes of a file} */
    static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Reading.open(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
