package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeatMapTest {

    @Test
    void zeroIsWhiteAndTheStrongestNumberHasTheFullColour() {
        var image = new HeatMap(new float[] {0, -2}, new float[] {2, Float.NaN}).image();
        assertThat(image.getWidth()).isEqualTo(32);
        assertThat(image.getRGB(1, 1)).isEqualTo(0xffffffff);
        assertThat(image.getRGB(17, 1)).isEqualTo(0xff0072b2);
        assertThat(image.getRGB(1, 17)).isEqualTo(0xffd55e00);
        assertThat(image.getRGB(17, 17)).isEqualTo(0xff9ca3af);
    }

    @Test
    void theTextIsTheRange() {
        assertThat(new HeatMap(new float[] {0, -2, 3}).text()).isEqualTo("heat map, 1×3 numbers, from -2.000 to 3.000");
    }

    @Test
    void rowsMustBeOfOneLength() {
        assertThatThrownBy(() -> new HeatMap(new float[2], new float[3]))
                .hasMessage("heat map: expected rows of 2 numbers, got 3 in one of them");
        assertThatThrownBy(HeatMap::new).hasMessage("heat map: expected at least one number, got none");
    }
}
