package layerwise.zoo;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import layerwise.network.Network;
import layerwise.zoo.Zoo.Entry;

/** The list of the zoo, in the order of the course. */
final class Catalogue {
    private Catalogue() {}

    static final List<Entry> ENTRIES = Stream.of(
                    first(),
                    vgg(),
                    googLeNet(),
                    inception(),
                    resNet(),
                    resNetKin(),
                    denseNet(),
                    xception(),
                    seNet(),
                    squeezeNet(),
                    mobileNet(),
                    mobileNetV3(),
                    efficientNet(),
                    shuffleNet(),
                    mnasNet(),
                    mcuNet())
            .flatMap(List::stream)
            .toList();

    // spotless:off

    private static List<Entry> first() {
        return List.of(
                new Entry("lenet5",               LeNet5.TASK,   LeNet5::paper),
                new Entry("lenet5-modern",        LeNet5.TASK,   LeNet5::modern),
                new Entry("lenet5-28",            Task.MNIST,    LeNet5::unpadded),
                new Entry("fashion-cnn",          Task.MNIST,    FashionCnn::book),
                new Entry("alexnet",              AlexNet.TASK,  AlexNet::paper),
                new Entry("alexnet-ungrouped",    AlexNet.TASK,  AlexNet::ungrouped),
                new Entry("alexnet-single-tower", Task.IMAGENET, AlexNet::singleTower));
    }

    private static List<Entry> vgg() {
        return List.of(
                of("vgg-11",        VGG.A::network),
                of("vgg-11-lrn",    VGG.A_LRN::network),
                of("vgg-13",        VGG.B::network),
                of("vgg-16-c",      VGG.C::network),
                of("vgg-16",        VGG.D::network),
                of("vgg-19",        VGG.E::network),
                of("vgg-11-bn",     VGG.A::batchNorm),
                of("vgg-11-lrn-bn", VGG.A_LRN::batchNorm),
                of("vgg-13-bn",     VGG.B::batchNorm),
                of("vgg-16-c-bn",   VGG.C::batchNorm),
                of("vgg-16-bn",     VGG.D::batchNorm),
                of("vgg-19-bn",     VGG.E::batchNorm));
    }

    private static List<Entry> googLeNet() {
        return List.of(
                of("googlenet",       GoogLeNet::paper),
                of("googlenet-naive", GoogLeNet::naive),
                of("googlenet-bn",    GoogLeNetBN::shipped));
    }

    private static List<Entry> inception() {
        return List.of(
                of("bn-inception", BNInception::paper),
                new Entry("inception-v3", InceptionV3.TASK, InceptionV3::paper));
    }

    private static List<Entry> resNet() {
        return List.of(
                of("resnet-18",       ResNet.paper(18)::network),
                of("resnet-34",       ResNet.paper(34)::network),
                of("resnet-50",       ResNet.paper(50)::network),
                of("resnet-101",      ResNet.paper(101)::network),
                of("resnet-152",      ResNet.paper(152)::network),
                of("resnet-18-a",     ResNet.paper(18).with(ResNet.Shortcut.A)::network),
                of("resnet-34-a",     ResNet.paper(34).with(ResNet.Shortcut.A)::network),
                of("resnet-34-c",     ResNet.paper(34).with(ResNet.Shortcut.C)::network),
                of("resnet-50-v1.5",  ResNet.paper(50).with(ResNet.Stride.ON_3X3)::network),
                of("resnet-101-v1.5", ResNet.paper(101).with(ResNet.Stride.ON_3X3)::network),
                of("resnet-152-v1.5", ResNet.paper(152).with(ResNet.Stride.ON_3X3)::network),
                of("plain-18",        ResNet.paper(18).with(ResNet.Shortcut.NONE)::network),
                of("plain-34",        ResNet.paper(34).with(ResNet.Shortcut.NONE)::network),
                cifar("resnet-20",    task -> CifarResNet.residual(20, task)),
                cifar("resnet-32",    task -> CifarResNet.residual(32, task)),
                cifar("resnet-44",    task -> CifarResNet.residual(44, task)),
                cifar("resnet-56",    task -> CifarResNet.residual(56, task)),
                cifar("resnet-110",   task -> CifarResNet.residual(110, task)),
                cifar("plain-20",     task -> CifarResNet.plain(20, task)),
                cifar("plain-56",     task -> CifarResNet.plain(56, task)));
    }

    private static List<Entry> resNetKin() {
        return List.of(
                of("resnext-50-32x4d", ResNeXt::paper),
                of("wide-resnet-50-2", WideResNet::paper));
    }

    private static List<Entry> denseNet() {
        return List.of(
                of("densenet-121", task -> DenseNet.paper(121, task)),
                of("densenet-161", task -> DenseNet.paper(161, task)),
                of("densenet-169", task -> DenseNet.paper(169, task)),
                of("densenet-201", task -> DenseNet.paper(201, task)));
    }

    private static List<Entry> xception() {
        return List.of(new Entry("xception", Xception.TASK, Xception::paper));
    }

    private static List<Entry> seNet() {
        return List.of(
                of("se-inception",        SENet::inception),
                of("se-resnet-18",        task -> SENet.resNet(18, task)),
                of("se-resnet-34",        task -> SENet.resNet(34, task)),
                of("se-resnet-50",        task -> SENet.resNet(50, task)),
                of("se-resnet-101",       task -> SENet.resNet(101, task)),
                of("se-resnet-152",       task -> SENet.resNet(152, task)),
                of("se-resnext-50-32x4d", SENet::resNeXt),
                of("senet-154",           SENet::senet154));
    }

    private static List<Entry> squeezeNet() {
        return List.of(
                of("squeezenet-1.0", SqueezeNet::paper),
                of("squeezenet-1.1", SqueezeNet::shipped));
    }

    private static List<Entry> mobileNet() {
        return List.of(
                of("mobilenet-v1",                  task -> MobileNet.width(1, task)),
                of("mobilenet-v1-0.75",             task -> MobileNet.width(0.75, task)),
                of("mobilenet-v1-0.5",              task -> MobileNet.width(0.5, task)),
                of("mobilenet-v1-0.25",             task -> MobileNet.width(0.25, task)),
                of("mobilenet-v1-full-convolution", MobileNet::fullConvolution),
                of("mobilenet-v1-shallow",          MobileNet::shallow),
                of("mobilenet-v2",                  task -> MobileNetV2.width(1, task)),
                of("mobilenet-v2-1.4",              task -> MobileNetV2.width(1.4, task)),
                of("mobilenet-v2-0.75",             task -> MobileNetV2.width(0.75, task)),
                of("mobilenet-v2-0.5",              task -> MobileNetV2.width(0.5, task)),
                of("mobilenet-v2-0.35",             task -> MobileNetV2.width(0.35, task)));
    }

    private static List<Entry> mobileNetV3() {
        return List.of(
                of("mobilenet-v3-large",      task -> MobileNetV3.large(1, task)),
                of("mobilenet-v3-small",      task -> MobileNetV3.small(1, task)),
                of("mobilenet-v3-large-0.75", task -> MobileNetV3.large(0.75, task)),
                of("mobilenet-v3-small-0.75", task -> MobileNetV3.small(0.75, task)),
                of("mobilenet-v3-small-0.5",  task -> MobileNetV3.small(0.5, task)));
    }

    private static List<Entry> efficientNet() {
        return List.of(
                new Entry("efficientnet-b0", EfficientNet.B0.task(), EfficientNet.B0::network),
                new Entry("efficientnet-b1", EfficientNet.B1.task(), EfficientNet.B1::network),
                new Entry("efficientnet-b2", EfficientNet.B2.task(), EfficientNet.B2::network),
                new Entry("efficientnet-b3", EfficientNet.B3.task(), EfficientNet.B3::network),
                new Entry("efficientnet-b4", EfficientNet.B4.task(), EfficientNet.B4::network),
                new Entry("efficientnet-b5", EfficientNet.B5.task(), EfficientNet.B5::network),
                new Entry("efficientnet-b6", EfficientNet.B6.task(), EfficientNet.B6::network),
                new Entry("efficientnet-b7", EfficientNet.B7.task(), EfficientNet.B7::network));
    }

    private static List<Entry> shuffleNet() {
        return List.of(
                of("shufflenet-v1-g1",     ShuffleNet.paper(1)::network),
                of("shufflenet-v1-g2",     ShuffleNet.paper(2)::network),
                of("shufflenet-v1-g3",     ShuffleNet.paper(3)::network),
                of("shufflenet-v1-g4",     ShuffleNet.paper(4)::network),
                of("shufflenet-v1-g8",     ShuffleNet.paper(8)::network),
                of("shufflenet-v1-g3-0.5", new ShuffleNet(3, 0.5)::network),
                of("shufflenet-v1-g3-2.0", new ShuffleNet(3, 2)::network),
                of("shufflenet-v2-0.5",    ShuffleNetV2.X0_5::network),
                of("shufflenet-v2-1.0",    ShuffleNetV2.X1_0::network),
                of("shufflenet-v2-1.5",    ShuffleNetV2.X1_5::network),
                of("shufflenet-v2-2.0",    ShuffleNetV2.X2_0::network));
    }

    private static List<Entry> mnasNet() {
        return List.of(
                of("mnasnet-b1-0.5",  task -> MnasNet.b1(0.5, task)),
                of("mnasnet-b1-0.75", task -> MnasNet.b1(0.75, task)),
                of("mnasnet-b1-1.0",  task -> MnasNet.b1(1, task)),
                of("mnasnet-b1-1.3",  task -> MnasNet.b1(1.3, task)),
                of("mnasnet-a1",      MnasNet::a1));
    }

    private static List<Entry> mcuNet() {
        return List.of(new Entry("mcunet", MCUNet.TASK, MCUNet::published));
    }

    // spotless:on

    private static Entry of(String id, Function<Task, Network> definition) {
        return new Entry(id, Task.IMAGENET, definition);
    }

    private static Entry cifar(String id, Function<Task, Network> definition) {
        return new Entry(id, Task.CIFAR_10, definition);
    }
}
