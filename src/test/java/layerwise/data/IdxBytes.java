package layerwise.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes small IDX files, right and wrong. */
final class IdxBytes {
    private IdxBytes() {}

    static byte[] images(Dataset data) {
        ByteBuffer bytes = ByteBuffer.allocate(data.size() * (int) data.shape().size());
        for (int i = 0; i < data.size(); i++) {
            bytes.put(data.pixels(i));
        }
        return file(
                bytes.array(),
                0x803,
                data.size(),
                data.shape().height(),
                data.shape().width());
    }

    static byte[] labels(Dataset data) {
        byte[] labels = new byte[data.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) data.label(i);
        }
        return file(labels, 0x801, labels.length);
    }

    static byte[] images(int height, int width, int... pixels) {
        return file(bytes(pixels), 0x803, pixels.length / height / width, height, width);
    }

    static byte[] labels(int... labels) {
        return file(bytes(labels), 0x801, labels.length);
    }

    static byte[] file(byte[] content, int... header) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * header.length + content.length);
        for (int number : header) {
            bytes.putInt(number);
        }
        return bytes.put(content).array();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    static void write(Path path, byte[] bytes) throws IOException {
        Files.write(path, path.toString().endsWith(".gz") ? gzip(bytes) : bytes);
    }

    static void pair(Path folder, Idx.Part part, Dataset data) throws IOException {
        write(folder.resolve(part.prefix + "-images-idx3-ubyte"), images(data));
        write(folder.resolve(part.prefix + "-labels-idx1-ubyte.gz"), labels(data));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
