"""One measurement of training.sh: loader|tensor|step NETWORK BATCH IMAGES, as PyTorch's own tutorial trains.

Prints images a second and processor microseconds an image, over IMAGES images after as many to warm up. "loader" is a
Dataset of bytes behind a shuffling DataLoader, "tensor" slices shuffled tensors by hand, "step" learns from one batch.
"""
import os
import sys
import time

import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset


def conv(reads, filters, size, stride=1, groups=1):
    return nn.Sequential(
        nn.Conv2d(reads, filters, size, stride, size // 2, groups=groups, bias=False),
        nn.BatchNorm2d(filters))


class Unit(nn.Module):
    def __init__(self, reads, filters):
        super().__init__()
        self.grows = reads != filters
        self.more = filters - reads
        self.body = nn.Sequential(
            conv(reads, filters, 3, 2 if self.grows else 1), nn.ReLU(inplace=True), conv(filters, filters, 3))

    def forward(self, x):
        short = x
        if self.grows:  # option A: every other pixel, and maps of zeros
            short = nn.functional.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, 0, self.more))
        return torch.relu(self.body(x) + short)


def lenet5():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5), nn.Tanh(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), nn.Tanh(), nn.AvgPool2d(2),
        nn.Flatten(), nn.Linear(256, 120), nn.Tanh(), nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, 10))


def cnn():
    layers = [nn.Conv2d(1, 64, 7, padding=3), nn.ReLU()]
    reads = 64
    for filters in (128, 256):
        layers += [nn.MaxPool2d(2), nn.Conv2d(reads, filters, 3, padding=1), nn.ReLU(),
                   nn.Conv2d(filters, filters, 3, padding=1), nn.ReLU()]
        reads = filters
    layers += [nn.MaxPool2d(2), nn.Flatten(), nn.Linear(2304, 128), nn.ReLU(), nn.Dropout(0.5),
               nn.Linear(128, 64), nn.ReLU(), nn.Dropout(0.5), nn.Linear(64, 10)]
    return nn.Sequential(*layers)


def resnet20():
    layers = [conv(3, 16, 3), nn.ReLU(inplace=True)]
    reads = 16
    for filters in (16, 32, 64):
        for _ in range(3):
            layers.append(Unit(reads, filters))
            reads = filters
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


def mobilenet():
    layers = [conv(3, 8, 3, 2), nn.ReLU(inplace=True)]
    reads = 8
    for stride, filters in ((1, 16), (2, 32), (1, 32), (2, 64), (1, 64), (2, 128), *((1, 128),) * 5, (2, 256), (1, 256)):
        layers += [conv(reads, reads, 3, stride, reads), nn.ReLU(inplace=True),
                   conv(reads, filters, 1), nn.ReLU(inplace=True)]
        reads = filters
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(256, 10))


NETWORKS = {"lenet5": (lenet5, (1, 28, 28)), "cnn": (cnn, (1, 28, 28)),
            "resnet20": (resnet20, (3, 32, 32)), "mobilenet": (mobilenet, (3, 32, 32))}


class Bytes(Dataset):
    """Images as bytes, each made a tensor of floats when it is asked for, as torchvision's ToTensor does."""

    def __init__(self, images, labels):
        self.images, self.labels = images, labels

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, i):
        return self.images[i].float().div(255), int(self.labels[i])


def main():
    mode, name, batch, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
    torch.manual_seed(7)
    make, shape = NETWORKS[name]
    model = make()
    loss_fn = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9, weight_decay=0.0001)
    images = torch.randint(0, 256, (count, *shape), dtype=torch.uint8)
    labels = torch.randint(0, 10, (count,))
    floats = images[:count if mode == "tensor" else batch].float().div(255)

    def batches():
        if mode == "loader":
            yield from DataLoader(Bytes(images, labels), batch_size=batch, shuffle=True)
        elif mode == "tensor":
            order = torch.randperm(count)
            for at in range(0, count, batch):
                rows = order[at:at + batch]
                yield floats[rows], labels[rows]
        else:
            for _ in range(0, count, batch):
                yield floats[:batch], labels[:batch]

    def epoch():
        model.train()
        total = 0.0
        for x, y in batches():
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            if mode != "step":
                total += loss.item()

    epoch()
    begun, worked = time.perf_counter(), time.process_time()
    epoch()
    seconds, work = time.perf_counter() - begun, time.process_time() - worked
    print(f"{count / seconds:.1f} {work / count * 1e6:.1f}")


main()
