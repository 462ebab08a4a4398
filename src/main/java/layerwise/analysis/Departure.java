package layerwise.analysis;

/**
 * A place where a network is built otherwise than a pattern says.
 *
 * @param pattern which it departs from
 * @param path of the part or the step that departs; the network's name where all of it does
 * @param expected what the pattern would have there
 * @param got what is there
 */
public record Departure(DesignPattern pattern, String path, String expected, String got) {}
