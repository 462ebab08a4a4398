package layerwise.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AliasesTest {

    static Stream<Map.Entry<String, String>> aliases() {
        return Aliases.IDS.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("aliases")
    void anotherNameFindsTheNetworkWithItsId(Map.Entry<String, String> alias) {
        assertThat(Zoo.entry(alias.getKey()).id()).isEqualTo(alias.getValue());
    }

    @Test
    void noAliasIsSpelledLikeAnIdOrAnotherAlias() {
        var names = Stream.concat(Zoo.entries().stream().map(Zoo.Entry::id), Aliases.IDS.keySet().stream());
        assertThat(names.map(name -> name.replaceAll("[^a-z0-9]", ""))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "LeNet-5,               lenet5",
        "LeNet,                 lenet5",
        "Inception v1,          googlenet",
        "VGG-16 (D),            vgg-16",
        "resnet50,              resnet-50",
        "ResNet-50 v1,          resnet-50",
        "inception_v3,          inception-v3",
        "resnext50_32x4d,       resnext-50-32x4d",
        "SE-BN-Inception,       se-inception",
        "squeezenet1_1,         squeezenet-1.1",
        "mobilenet,             mobilenet-v1",
        "MobileNet-0.75,        mobilenet-v1-0.75",
        "mobilenet_v2,          mobilenet-v2",
        "mobilenet-v2-1.0,      mobilenet-v2",
        "mobilenet_v3_large,    mobilenet-v3-large",
        "shufflenet_v2_x1_0,    shufflenet-v2-1.0",
        "shufflenet-v2,         shufflenet-v2-1.0",
        "mnasnet1_0,            mnasnet-b1-1.0",
        "EfficientNetB7,        efficientnet-b7",
        "mcunet-in3,            mcunet"
    })
    void papersAndLibrariesSpellThemDifferently(String name, String id) {
        assertThat(Zoo.entry(name).id()).isEqualTo(id);
    }
}
