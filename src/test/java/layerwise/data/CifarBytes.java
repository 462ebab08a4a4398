package layerwise.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes small CIFAR files and archives, right and wrong. */
final class CifarBytes {
    private CifarBytes() {}

    /** {@return records of a label for each, the pixels counting up from it} */
    static byte[] tens(int... labels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int label : labels) {
            out.write(label);
            pixels(out, label);
        }
        return out.toByteArray();
    }

    /** {@return records with fine label f and coarse label f mod 20} */
    static byte[] hundreds(int... fine) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int label : fine) {
            out.write(label % 20);
            out.write(label);
            pixels(out, label);
        }
        return out.toByteArray();
    }

    private static void pixels(ByteArrayOutputStream out, int label) {
        for (int i = 0; i < 3072; i++) {
            out.write(label + i / 1024 * 50 + i % 32);
        }
    }

    static void tens(Path folder) throws IOException {
        for (int i = 1; i <= 5; i++) {
            Files.write(folder.resolve("data_batch_" + i + ".bin"), tens(i, i + 4));
        }
        Files.write(folder.resolve("test_batch.bin"), tens(0));
    }

    static byte[] tar(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            out.write(header(file.getKey(), file.getValue().length));
            out.write(file.getValue());
            out.write(new byte[(512 - file.getValue().length % 512) % 512]);
        }
        out.write(new byte[1024]);
        return out.toByteArray();
    }

    static byte[] header(String name, long size) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 124, "%011o ".formatted(size));
        put(header, 148, "        ");
        header[156] = '0';
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
