package layerwise.train;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerwise.network.Network;

/**
 * Which network was trained: its name for people, and a digest that tells whether a description is the same.
 *
 * @param name as the paper writes it
 * @param sha256 of every part of its description that has a meaning: input, graph, heads
 */
public record Subject(String name, String sha256) {

    /** {@return the subject that {@code network} is} */
    public static Subject of(Network network) {
        return new Subject(network.name(), digest(text(network)));
    }

    /** A line a node: where it stands, how it joins, what works, what it reads and writes. */
    private static String text(Network network) {
        var heads = network.heads().stream()
                .map(head -> head.name() + " after " + head.after() + " " + head.weight() + " " + head.body());
        var nodes = network.graph().nodes().stream()
                .map(node -> node.path() + " " + node.joint() + " "
                        + node.layer().map(Object::toString).orElse("") + " " + node.inputs() + " " + node.shape());
        return Stream.of(Stream.of(network.input().toString()), nodes, heads)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(newSha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** {@return a new digest} */
    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /**
     * Checks that {@code network} is the one.
     *
     * @throws IllegalArgumentException if it is another
     */
    void check(Network network) {
        var other = of(network);
        if (!other.sha256().equals(sha256)) {
            throw new IllegalArgumentException("expected the network " + name + " with the description " + brief(sha256)
                    + ", got " + other.name() + " with " + brief(other.sha256())
                    + "; give the network that was trained");
        }
    }

    static String brief(String sha256) {
        return sha256.substring(0, Math.min(8, sha256.length())) + "…";
    }
}
