package layerwise.zoo;

import java.util.Map;

/** Other usual spellings of ids, where not only hyphens or dots differ: what libraries and lectures call a network. */
final class Aliases {
    private Aliases() {}

    // spotless:off

    static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("lenet",                      "lenet5"),
            Map.entry("alexnet-grouped",            "alexnet"),
            Map.entry("vgg-11-a",                   "vgg-11"),
            Map.entry("vgg-11-a-lrn",               "vgg-11-lrn"),
            Map.entry("vgg-13-b",                   "vgg-13"),
            Map.entry("vgg-16-d",                   "vgg-16"),
            Map.entry("vgg-19-e",                   "vgg-19"),
            Map.entry("inception-v1",               "googlenet"),
            Map.entry("inception-v2",               "bn-inception"),
            Map.entry("resnext-50",                 "resnext-50-32x4d"),
            Map.entry("wide-resnet-50",             "wide-resnet-50-2"),
            Map.entry("wrn-50-2",                   "wide-resnet-50-2"),
            Map.entry("densenet",                   "densenet-121"),
            Map.entry("se-bn-inception",            "se-inception"),
            Map.entry("se-resnext-50",              "se-resnext-50-32x4d"),
            Map.entry("senet",                      "senet-154"),
            Map.entry("squeezenet",                 "squeezenet-1.0"),
            Map.entry("resnet-50-v1",               "resnet-50"),
            Map.entry("resnet-101-v1",              "resnet-101"),
            Map.entry("resnet-152-v1",              "resnet-152"),
            Map.entry("mobilenet",                  "mobilenet-v1"),
            Map.entry("mobilenet-v1-1.0",           "mobilenet-v1"),
            Map.entry("mobilenet-0.75",             "mobilenet-v1-0.75"),
            Map.entry("mobilenet-0.5",              "mobilenet-v1-0.5"),
            Map.entry("mobilenet-0.25",             "mobilenet-v1-0.25"),
            Map.entry("mobilenet-full-convolution", "mobilenet-v1-full-convolution"),
            Map.entry("mobilenet-shallow",          "mobilenet-v1-shallow"),
            Map.entry("mobilenet-v2-1.0",           "mobilenet-v2"),
            Map.entry("mobilenet-v3",               "mobilenet-v3-large"),
            Map.entry("mobilenet-v3-large-1.0",     "mobilenet-v3-large"),
            Map.entry("mobilenet-v3-small-1.0",     "mobilenet-v3-small"),
            Map.entry("shufflenet",                 "shufflenet-v1-g3"),
            Map.entry("shufflenet-v1",              "shufflenet-v1-g3"),
            Map.entry("shufflenet-v1-g3-1.0",       "shufflenet-v1-g3"),
            Map.entry("shufflenet-v2",              "shufflenet-v2-1.0"),
            Map.entry("shufflenet-v2-x0.5",         "shufflenet-v2-0.5"),
            Map.entry("shufflenet-v2-x1.0",         "shufflenet-v2-1.0"),
            Map.entry("shufflenet-v2-x1.5",         "shufflenet-v2-1.5"),
            Map.entry("shufflenet-v2-x2.0",         "shufflenet-v2-2.0"),
            Map.entry("mnasnet",                    "mnasnet-b1-1.0"),
            Map.entry("mnasnet-b1",                 "mnasnet-b1-1.0"),
            Map.entry("mnasnet-0.5",                "mnasnet-b1-0.5"),
            Map.entry("mnasnet-0.75",               "mnasnet-b1-0.75"),
            Map.entry("mnasnet-1.0",                "mnasnet-b1-1.0"),
            Map.entry("mnasnet-1.3",                "mnasnet-b1-1.3"),
            Map.entry("mnasnet-a1-1.0",             "mnasnet-a1"),
            Map.entry("mcunet-in3",                 "mcunet"),
            Map.entry("mcunet-320kb-1mb",           "mcunet"));

    // spotless:on
}
