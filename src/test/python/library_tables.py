"""Holds our layers against those of torchvision and timm, which nobody here wrote, row by row.

Run by hand where they are importable (pip install torchvision timm), from the top of a built checkout:

    python3 src/test/python/library_tables.py [ID ...]

Each library's network runs once on arrays without numbers; what its convolutions, dense layers, norms and poolings write and
keep is compared with ./layerwise summary ID --format csv. SAME: every row, in the same order. SET: the same rows, joined
branches in another order. The pooling of inception-v3 is a function there, not a layer, and is left out. Exit code 1 where a
row differs.
"""
import csv
import io
import subprocess
import sys
from collections import Counter

import torch

# Where the wheels of torch and torchvision were built apart, the detection operators are not registered and the import fails.
STUBS = torch.library.Library("torchvision", "FRAGMENT")
for operator in ("nms", "qnms"):
    if not hasattr(torch.ops.torchvision, operator):
        STUBS.define(operator + "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")

import timm  # noqa: E402
import torchvision  # noqa: E402
from torch import nn  # noqa: E402

TORCHVISION = {
    "alexnet-single-tower": "alexnet",
    **{f"vgg-{depth}": f"vgg{depth}" for depth in (11, 13, 16, 19)},
    **{f"vgg-{depth}-bn": f"vgg{depth}_bn" for depth in (11, 13, 16, 19)},
    "googlenet-bn": "googlenet",
    "inception-v3": "inception_v3",
    **{f"resnet-{depth}": f"resnet{depth}" for depth in (18, 34)},
    **{f"resnet-{depth}-v1.5": f"resnet{depth}" for depth in (50, 101, 152)},
    "resnext-50-32x4d": "resnext50_32x4d",
    "wide-resnet-50-2": "wide_resnet50_2",
    **{f"densenet-{depth}": f"densenet{depth}" for depth in (121, 161, 169, 201)},
    "squeezenet-1.0": "squeezenet1_0",
    "squeezenet-1.1": "squeezenet1_1",
    "mobilenet-v2": "mobilenet_v2",
    "mobilenet-v3-large": "mobilenet_v3_large",
    "mobilenet-v3-small": "mobilenet_v3_small",
    **{f"mnasnet-b1-{width}": "mnasnet" + width.replace(".", "_") for width in ("0.5", "0.75", "1.0", "1.3")},
    **{f"shufflenet-v2-{width}": "shufflenet_v2_x" + width.replace(".", "_") for width in ("0.5", "1.0", "1.5", "2.0")},
    **{f"efficientnet-b{number}": f"efficientnet_b{number}" for number in range(8)},
}
TIMM = {
    "xception": "legacy_xception",
    **{f"se-resnet-{depth}": f"legacy_seresnet{depth}" for depth in (18, 34, 50, 101, 152)},
    "se-resnext-50-32x4d": "legacy_seresnext50_32x4d",
    "senet-154": "legacy_senet154",
    "mnasnet-a1": "semnasnet_100",
    "mobilenet-v1": "mobilenetv1_100",
    "mobilenet-v2-1.4": "mobilenetv2_140",
    "mobilenet-v2-0.5": "mobilenetv2_050",
    "mobilenet-v2-0.35": "mobilenetv2_035",
    "mobilenet-v3-large-0.75": "mobilenetv3_large_075",
    "mobilenet-v3-small-0.75": "mobilenetv3_small_075",
    "mobilenet-v3-small-0.5": "mobilenetv3_small_050",
}
KINDS = {"conv": "weighted", "dense": "weighted", "batchnorm": "norm", "maxpool": "pool", "avgpool": "pool"}
WITHOUT_HEADS = {name: {"aux_logits": False, "init_weights": False} for name in ("googlenet", "inception_v3")}


def ours(network):
    """The rows of our summary, and the side of its images."""
    printed = subprocess.run(
        ["./layerwise", "summary", network, "--format", "csv"], capture_output=True, text=True, check=True).stdout
    records = list(csv.DictReader(io.StringIO(printed)))
    rows = [(KINDS[each["kind"]], tuple(map(int, each["output"].split("x"))), int(each["parameters"]), int(each["macs"]))
            for each in records if each["kind"] in KINDS]
    return rows, int(records[0]["input"].split("x")[-1])


def theirs(network, side):
    """The rows of the library's network for images of that side."""
    with torch.device("meta"):
        if network in TORCHVISION:
            name = TORCHVISION[network]
            model = getattr(torchvision.models, name)(weights=None, **WITHOUT_HEADS.get(name, {}))
        else:
            model = timm.create_model(TIMM[network], pretrained=False)
    rows = []

    def note(module, _, output):
        kept = sum(parameter.numel() for parameter in module.parameters())
        sides = (tuple(output.shape[1:]) + (1, 1))[:3]
        if isinstance(module, nn.Conv2d):
            rows.append(("weighted", sides, kept, module.weight.numel() * sides[1] * sides[2]))
        elif isinstance(module, nn.Linear):
            rows.append(("weighted", sides, kept, module.weight.numel()))
        elif isinstance(module, nn.BatchNorm2d):
            rows.append(("norm", sides, kept, 0))
        elif isinstance(module, (nn.MaxPool2d, nn.AvgPool2d)):
            rows.append(("pool", sides, 0, 0))

    for module in model.modules():
        module.register_forward_hook(note)
    with torch.no_grad():
        model.eval()(torch.zeros(1, 3, side, side, device="meta"))
    return rows


def verdict(network):
    rows, side = ours(network)
    library = theirs(network, side)
    if network == "inception-v3":
        rows, library = ([row for row in each if row[0] != "pool"] for each in (rows, library))
    if rows == library:
        return "SAME", len(rows)
    if Counter(rows) == Counter(library):
        return "SET", len(rows)
    missing, extra = Counter(library) - Counter(rows), Counter(rows) - Counter(library)
    return "DIFFERS", f"only there: {list(missing)[:3]}, only here: {list(extra)[:3]}"


def main(networks):
    failed = 0
    for network in networks or [*TORCHVISION, *TIMM]:
        word, detail = verdict(network)
        print(f"{word:8} {network:28} {detail}", flush=True)
        failed += word == "DIFFERS"
    print(f"torchvision {torchvision.__version__}, timm {timm.__version__}: {failed} of our networks differ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
