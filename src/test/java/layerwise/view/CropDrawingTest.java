package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.regex.Pattern;
import layerwise.data.Crop;
import org.junit.jupiter.api.Test;

class CropDrawingTest {

    @Test
    void theCropsOfGoogLeNetAre18PlacesInEachOfFourSizes() {
        assertThat(new CropDrawing(Crop.googLeNet(480, 640, 224), 480, 640).text())
                .isEqualTo("""
                144 crops of an image of 480×640
                256×341: 18 places, 36 crops
                288×384: 18 places, 36 crops
                320×427: 18 places, 36 crops
                352×469: 18 places, 36 crops""");
    }

    @Test
    void everyBoxIsInItsFrameAndTheDrawingFitsAPage() {
        for (var crops : List.of(Crop.googLeNet(480, 640, 224), Crop.ten(480, 640, 224), Crop.centre(480, 640, 224))) {
            String svg = new CropDrawing(crops, 480, 640).svg().text();
            var boxes = Pattern.compile("M([\\d.]+) [\\d.]+h([\\d.]+)v").matcher(svg);
            var width = Pattern.compile("width='(\\d+)'").matcher(svg);
            assertThat(width.find()).isTrue();
            assertThat(Integer.parseInt(width.group(1))).isLessThanOrEqualTo(Sheet.WIDEST);
            assertThat(boxes.results()
                            .mapToDouble(box -> Double.parseDouble(box.group(1)) + Double.parseDouble(box.group(2))))
                    .hasSizeGreaterThanOrEqualTo(1)
                    .allMatch(right -> right <= Integer.parseInt(width.group(1)));
        }
    }

    @Test
    void noCropsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CropDrawing(List.of(), 4, 4))
                .withMessage("a drawing of crops: expected at least one, of an image of at least 1×1, got 0 of 4×4");
    }
}
