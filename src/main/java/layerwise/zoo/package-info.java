/**
 * The papers: one class a family, each definition to be read beside the table it follows.
 *
 * <p>A network is found by its id, and says whom it follows:
 *
 * <pre>{@code
 * var vgg = Zoo.network("vgg-16");
 * vgg.source().get();                      // → Simonyan, Zisserman 2014, Very Deep Convolutional Networks for Large-Scale Image Recognition, table 1, column D
 * vgg.input() + " to " + vgg.output();     // → 3×224×224 to 1000×1×1
 * }</pre>
 *
 * <p>The images and the number of classes are arguments; images that do not fit are refused with the layer at fault:
 *
 * <pre>{@code
 * Zoo.entry("vgg-16").network(Task.CIFAR_10).steps().size();     // → 39
 * Zoo.entry("vgg-16").network(Task.of(3, 16, 10));               // → VGG-16 (D)/pool5: a window of 2 does not fit a side of 1; pad by at least 1, or use an input at least 1 larger here; the smallest square input is 32×32
 * }</pre>
 *
 * <p>Variants are words of the family's class, never repairs: the paper's ResNet shrinks its maps by the first 1 × 1 of a
 * unit, that of the libraries by the 3 × 3.
 *
 * <pre>{@code
 * ResNet.paper(50).network().name();                                     // → ResNet-50
 * ResNet.paper(50).with(ResNet.Stride.ON_3X3).network().name();          // → ResNet-50 v1.5
 * ResNet.paper(34).with(ResNet.Shortcut.NONE).network(Task.IMAGENET).name();  // → Plain-34
 * }</pre>
 *
 * <p>What a paper calls a block is a function that returns layers, so it can be used outside of its network:
 *
 * <pre>{@code
 * network("one module", Shape.of(192, 28, 28), GoogLeNet.inception(64, 96, 128, 16, 32, 32)).output();   // → 256×28×28
 * }</pre>
 *
 * <p>Read {@link layerwise.zoo.LeNet5} first; {@link layerwise.zoo.Zoo} finds a network by its id. Nothing here counts, draws
 * or trains: a definition is a value, and everything else is computed from it.
 */
package layerwise.zoo;
