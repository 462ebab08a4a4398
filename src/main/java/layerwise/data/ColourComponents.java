package layerwise.data;

import java.util.List;
import java.util.stream.Stream;
import layerwise.layers.Shape;

/**
 * P and λ: the eigenvectors and eigenvalues of the 3 × 3 covariance of red, green and blue over all pixels, 1 being white
 * (Krizhevsky et al., 2012, section 4.1).
 *
 * <p>They are taken of the images that are trained on, never of those that are tested on.
 *
 * @param vectors three unit vectors {red, green, blue}, the one of the largest variance first, its largest part positive
 * @param variances λ, the variance along each of them
 */
public record ColourComponents(List<List<Double>> vectors, List<Double> variances) {
    private static final int SWEEPS = 30;

    /** Copies the lists and refuses other sizes than 3 × 3 and 3. */
    public ColourComponents {
        vectors = vectors.stream().map(List::copyOf).toList();
        variances = List.copyOf(variances);
        if (vectors.size() != 3 || variances.size() != 3 || vectors.stream().anyMatch(vector -> vector.size() != 3)) {
            throw new IllegalArgumentException("colour components: expected three vectors of three numbers and three"
                    + " variances, got " + vectors + " and " + variances);
        }
    }

    /**
     * {@return the components of these images}
     *
     * @throws IllegalArgumentException if they are not in colour, or there are none
     */
    public static ColourComponents of(Dataset images) {
        if (images.shape().channels() != 3 || images.size() == 0) {
            throw new IllegalArgumentException(
                    images.name() + ": expected images of 3 channels for their colours, got " + images);
        }
        double[][] matrix = covariance(images);
        double[][] vectors = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            rotate(matrix, vectors, 0, 1);
            rotate(matrix, vectors, 0, 2);
            rotate(matrix, vectors, 1, 2);
        }
        return sorted(matrix, vectors);
    }

    double variance(int i) {
        return variances.get(i);
    }

    double component(int i, int channel) {
        return vectors.get(i).get(channel);
    }

    private static double[][] covariance(Dataset images) {
        Shape shape = images.shape();
        int area = (int) shape.area();
        long[] sums = new long[3];
        long[][] products = new long[3][3];
        for (int i = 0; i < images.size(); i++) {
            add(images.shared(), images.offset(i), area, sums, products);
        }
        double count = (double) images.size() * area;
        double[][] matrix = new double[3][3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                matrix[a][b] = (products[a][b] / count - sums[a] / count * (sums[b] / count)) / (255 * 255);
            }
        }
        return matrix;
    }

    /** Whole numbers, so that the order of images changes nothing. */
    private static void add(byte[] pixels, int from, int area, long[] sums, long[][] products) {
        int[] colour = new int[3];
        for (int i = from; i < from + area; i++) {
            for (int c = 0; c < 3; c++) {
                colour[c] = pixels[i + c * area] & 0xFF;
                sums[c] += colour[c];
            }
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    products[a][b] += colour[a] * colour[b];
                }
            }
        }
    }

    /** One rotation of Jacobi (1846), after which matrix[p][q] is 0. */
    private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
        if (matrix[p][q] == 0) {
            return;
        }
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        for (int k = 0; k < 3; k++) {
            turn(matrix[k], p, q, cosine, sine);
        }
        for (int k = 0; k < 3; k++) {
            double a = matrix[p][k];
            double b = matrix[q][k];
            matrix[p][k] = cosine * a - sine * b;
            matrix[q][k] = sine * a + cosine * b;
            turn(vectors[k], p, q, cosine, sine);
        }
        matrix[p][q] = 0;
        matrix[q][p] = 0;
    }

    private static void turn(double[] row, int p, int q, double cosine, double sine) {
        double a = row[p];
        double b = row[q];
        row[p] = cosine * a - sine * b;
        row[q] = sine * a + cosine * b;
    }

    private static ColourComponents sorted(double[][] matrix, double[][] vectors) {
        List<Integer> order = Stream.of(0, 1, 2)
                .sorted((a, b) -> Double.compare(matrix[b][b], matrix[a][a]))
                .toList();
        return new ColourComponents(
                order.stream().map(i -> positive(vectors, i)).toList(),
                order.stream().map(i -> Math.max(0, matrix[i][i])).toList());
    }

    private static List<Double> positive(double[][] vectors, int i) {
        double[] vector = {vectors[0][i], vectors[1][i], vectors[2][i]};
        double largest = vector[0];
        for (double part : vector) {
            largest = Math.abs(part) > Math.abs(largest) ? part : largest;
        }
        double sign = largest < 0 ? -1 : 1;
        return List.of(sign * vector[0], sign * vector[1], sign * vector[2]);
    }
}
