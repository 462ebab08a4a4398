package layerwise.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import layerwise.layers.Parameter;
import layerwise.layers.Wiring;
import org.junit.jupiter.api.Test;

class LeNet5Test {

    @Test
    void theTableOfC3IsTableOneOfThePaper() {
        assertThat(LeNet5.C3)
                .isEqualTo(new Wiring(List.of(
                        List.of(0, 1, 2),
                        List.of(1, 2, 3),
                        List.of(2, 3, 4),
                        List.of(3, 4, 5),
                        List.of(0, 4, 5),
                        List.of(0, 1, 5),
                        List.of(0, 1, 2, 3),
                        List.of(1, 2, 3, 4),
                        List.of(2, 3, 4, 5),
                        List.of(0, 3, 4, 5),
                        List.of(0, 1, 4, 5),
                        List.of(0, 1, 2, 5),
                        List.of(0, 1, 3, 4),
                        List.of(1, 2, 4, 5),
                        List.of(0, 2, 3, 5),
                        List.of(0, 1, 2, 3, 4, 5))));
        assertThat(LeNet5.C3.links()).isEqualTo(60);
    }

    @Test
    void everyMapOfS2IsReadByTenMapsOfC3() {
        for (int map = 0; map < 6; map++) {
            int input = map;
            assertThat(LeNet5.C3.inputs().stream().filter(row -> row.contains(input)))
                    .hasSize(10);
        }
    }

    @Test
    void theFixedCodesAreConnectionsButNoParameters() {
        var output = LeNet5.paper().steps().get(13);
        assertThat(output.layer().parameters(output.input()))
                .singleElement()
                .satisfies(centre -> assertThat(centre.size()).isEqualTo(840))
                .satisfies(centre -> assertThat(centre.role()).isEqualTo(Parameter.Role.FIXED));
        assertThat(output.parameters()).isZero();
    }

    @Test
    void tenCodesOf84SignsAllDiffer() {
        assertThat(DigitCodes.all()).hasSize(10);
        assertThat(new HashSet<>(DigitCodes.all())).hasSize(10);
        assertThat(DigitCodes.all())
                .allSatisfy(code -> assertThat(code).hasSize(84).containsOnly(1, -1));
    }

    @Test
    void theBitmapOfSevenIsASeven() {
        assertThat(DigitCodes.picture(7)).isEqualTo("""
                        #######
                        .....##
                        .....##
                        ....##.
                        ...##..
                        ...##..
                        ..##...
                        ..##...
                        ..##...
                        ..##...
                        .......
                        .......""");
    }

    @Test
    void aNetworkIsFoundHoweverItsNameIsWritten() {
        assertThat(Zoo.network("LeNet-5")).isEqualTo(LeNet5.paper());
        assertThat(Zoo.network("lenet5-modern")).isEqualTo(LeNet5.modern());
    }
}
