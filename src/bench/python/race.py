"""Runs the racers in turn and prints medians: images a second, ratios to ours round by round, peak resident memory."""
import os
import resource
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
THREADS = os.environ.get("THREADS", "2")
# network, batch, images of one measurement: on LeNet-5 an epoch of MNIST, as Java compiles through the first ten thousand
RACES = [("lenet5", 64, 60000), ("lenet5", 256, 60000), ("cnn", 64, 512), ("resnet20", 64, 1024), ("mobilenet", 64, 4096)]
CLASSPATH = ":".join([f"{ROOT}/target/classes", f"{ROOT}/target/test-classes",
                      open(f"{ROOT}/target/bench.classpath").read()])
JAVA = ["java", "-Xmx1g", "--enable-native-access=ALL-UNNAMED", "-cp", CLASSPATH]
if THREADS == "1":
    JAVA += ["-XX:ActiveProcessorCount=1"]
JAVA += ["layerwise.bench.Race"]
TORCH = [sys.executable, f"{HERE}/race_torch.py"]
RACERS = {
    "step": {"ours": JAVA + ["ours", "step"], "DJL": JAVA + ["djl", "step"], "PyTorch": TORCH + ["step"]},
    "all": {"ours": JAVA + ["ours", "all"], "DJL": JAVA + ["djl", "all"],
            "PyTorch DataLoader": TORCH + ["loader"], "PyTorch tensors": TORCH + ["tensor"]},
}


def run(command):
    """Images a second, processor microseconds an image and peak megabytes, or None where it cannot run."""
    environment = dict(os.environ, OPT_OUT_TRACKING="true")
    if THREADS == "1" or command[0] == sys.executable:
        environment["OMP_NUM_THREADS"] = THREADS  # MXNet finds its own best: told of 2, it waits in loops
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True)
    lines = process.stdout.read().split("\n")
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        return None
    speed, work, *spread = lines[0].split(" ", 2)
    return float(speed), float(work), usage.ru_maxrss / 1024, " ".join(spread)


def race(part, network, batch, images, rounds):
    found = {racer: [] for racer in RACERS[part]}
    for _ in range(rounds):
        for racer, command in RACERS[part].items():
            found[racer].append(run(command + [network, str(batch), str(images)]))
    for racer, results in found.items():
        pairs = [(own, other) for own, other in zip(found["ours"], results) if own and other]
        if not pairs:
            print(f"{part:5}{network:10}{batch:4}  {racer:19} does not run here", flush=True)
            continue
        print(f"{part:5}{network:10}{batch:4}  {racer:19}"
              f"{statistics.median(other[0] for _, other in pairs):9.0f} images/s, best "
              f"{max(other[0] for _, other in pairs):7.0f}; ours "
              f"{statistics.median(own[0] / other[0] for own, other in pairs):5.2f} times as fast, "
              f"with {statistics.median(own[1] / other[1] for own, other in pairs):4.2f} of the processor time "
              f"({statistics.median(other[1] for _, other in pairs):.0f} µs an image); peak "
              f"{statistics.median(other[2] for _, other in pairs):.0f} MB  "
              f"{' | '.join(sorted({other[3] for _, other in pairs}))}", flush=True)


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    networks = sys.argv[2:] or sorted({network for network, _, _ in RACES})
    print(f"{THREADS} threads, {rounds} rounds, {time.strftime('%Y-%m-%d')}")
    for part in RACERS:
        for network, batch, images in RACES:
            if network in networks:
                race(part, network, batch, images, rounds)


main()
