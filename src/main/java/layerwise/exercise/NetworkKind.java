package layerwise.exercise;

import java.util.List;
import java.util.Optional;
import layerwise.network.Network;

/**
 * A network that keeps laws, whatever its parts are called.
 *
 * @param example the beginning of one, as a cell has it
 * @param laws asked in this order; the first complaint is told
 */
record NetworkKind(String example, List<Law> laws) implements Kind<Network> {

    @Override
    public String noun() {
        return "a network";
    }

    @Override
    public Network read(Object given) {
        if (given instanceof Network network) {
            return network;
        }
        throw Kind.expected(this, Kind.describe(given));
    }

    @Override
    public boolean same(Network one, Network other) {
        return Work.of(one).equals(Work.of(other));
    }

    @Override
    public boolean accepts(Network right, Network given) {
        return near(right, given).isEmpty();
    }

    @Override
    public String print(Network answer) {
        return answer.name();
    }

    @Override
    public Optional<String> near(Network right, Network given) {
        return laws.stream()
                .map(law -> law.complaint(given))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
