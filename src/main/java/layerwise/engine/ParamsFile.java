package layerwise.engine;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code .params} file of MXNet, as {@code MXNDArraySave} writes it: a list of arrays, then a list of their names; all
 * numbers little-endian.
 *
 * <p>Plain Java, so that files are read and written where MXNet has no library. Read are the three versions of dense
 * float32 arrays that MXNet reads, written is the second, which it has written since 1.0.
 */
final class ParamsFile {
    private static final long LIST = 0x112;
    private static final int FIRST = 0xF993fac8;
    private static final int SECOND = 0xF993fac9;
    private static final int THIRD = 0xF993faca;
    private static final int DENSE = 0;
    private static final int CPU = 1;
    private static final int FLOAT32 = 0;
    private static final int MOST_SIDES = 32;

    private ParamsFile() {}

    /**
     * An array.
     *
     * @param sides outermost first
     * @param values its numbers; handed over, not copied
     */
    record Array(List<Integer> sides, float[] values) {}

    /** Writes {@code arrays} with their names. */
    static void write(Map<String, Array> arrays, OutputStream out) throws IOException {
        out.write(little(24).putLong(LIST).putLong(0).putLong(arrays.size()).array());
        for (Array array : arrays.values()) {
            write(array, out);
        }
        out.write(little(8).putLong(arrays.size()).array());
        for (String name : arrays.keySet()) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            out.write(little(8).putLong(bytes.length).array());
            out.write(bytes);
        }
    }

    private static void write(Array array, OutputStream out) throws IOException {
        var header = little(4 * 6 + 8 * array.sides().size());
        header.putInt(SECOND).putInt(DENSE).putInt(array.sides().size());
        array.sides().forEach(side -> header.putLong(side));
        out.write(header.putInt(CPU).putInt(0).putInt(FLOAT32).array());
        var numbers = little(array.values().length * Float.BYTES);
        numbers.asFloatBuffer().put(array.values());
        out.write(numbers.array());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * {@return the arrays of a file of {@code size} bytes by name, in the file's order}
     *
     * @throws IOException if it is cut short, is none, or holds what is not float32 and dense; the message says which
     */
    static Map<String, Array> read(InputStream in, long size) throws IOException {
        try {
            return new Reading(new DataInputStream(in), size).all();
        } catch (EOFException e) {
            throw new IOException("the file of " + size + " bytes ends before its arrays do", e);
        }
    }

    private record Reading(DataInputStream in, long size) {

        Map<String, Array> all() throws IOException {
            expect("the mark of a list of arrays", LIST, whole());
            whole(); // which nobody uses
            long count = count("arrays", 16);
            List<Array> arrays = new ArrayList<>();
            for (long i = 0; i < count; i++) {
                arrays.add(array());
            }
            expect("as many names as arrays", count, whole());
            Map<String, Array> named = new LinkedHashMap<>();
            for (Array array : arrays) {
                var name = new byte[Math.toIntExact(count("letters", 1))];
                in.readFully(name);
                named.put(new String(name, StandardCharsets.UTF_8), array);
            }
            return named;
        }

        private Array array() throws IOException {
            int mark = number();
            if (mark == SECOND || mark == THIRD) {
                expect("a dense array", DENSE, number());
            }
            boolean old = mark != FIRST && mark != SECOND && mark != THIRD; // then the mark is the number of sides
            int rank = old ? mark : number();
            if (rank < 1 || rank > MOST_SIDES) {
                throw new IOException(
                        "expected an array of 1 to " + MOST_SIDES + " sides, got " + Integer.toUnsignedString(rank));
            }
            List<Integer> sides = new ArrayList<>();
            long length = 1;
            for (int i = 0; i < rank; i++) {
                long side = old ? Integer.toUnsignedLong(number()) : whole();
                if (side < 1 || side > size || (length *= side) > size / Float.BYTES) {
                    throw new IOException("expected arrays that fit the file of " + size + " bytes, got a side of "
                            + side + " after " + sides);
                }
                sides.add((int) side);
            }
            number(); // the kind of device
            number(); // which of that kind
            expect("float32 numbers, type", FLOAT32, number());
            return new Array(sides, values((int) length));
        }

        private float[] values(int length) throws IOException {
            var bytes = new byte[Math.multiplyExact(length, Float.BYTES)];
            in.readFully(bytes);
            var values = new float[length];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
            return values;
        }

        private long count(String what, int least) throws IOException {
            long count = whole();
            if (count < 0 || count > size / least) {
                throw new IOException("expected " + what + " that fit the file of " + size + " bytes, got "
                        + Long.toUnsignedString(count));
            }
            return count;
        }

        private static void expect(String what, long expected, long got) throws IOException {
            if (expected != got) {
                throw new IOException("expected " + what + ", " + expected + ", got " + Long.toUnsignedString(got));
            }
        }

        private long whole() throws IOException {
            return Long.reverseBytes(in.readLong());
        }

        private int number() throws IOException {
            return Integer.reverseBytes(in.readInt());
        }
    }
}
