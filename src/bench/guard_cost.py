"""What the interrupt guard costs: the same loops in two kernels, one with the guard, one without, in turns.

    src/bench/guard_cost.py [kernelspec] [rounds]

Prints for each loop the best time of all rounds without and with the guard, and their ratio.
"""

import os
import statistics
import sys

from jupyter_client.manager import start_new_kernel

LOOPS = {
    "sum of squares, long": "long s = 0; for (long i = 0; i < 200_000_000L; i++) s += i * i; sink = s;",
    "sum of an int[]": "int s = 0; for (int r = 0; r < 20_000; r++) for (int i = 0; i < ints.length; i++) s += ints[i]; sink = s;",
    "sum of a double[]": "double s = 0; for (int r = 0; r < 10_000; r++) for (int i = 0; i < x.length; i++) s += x[i]; sink = s;",
    "y += a x": "for (int r = 0; r < 20_000; r++) for (int i = 0; i < x.length; i++) y[i] += 2 * x[i]; sink = y[5];",
    "matrix product, 200 x 200": "for (int i = 0; i < 200; i++) for (int k = 0; k < 200; k++) { double v = a[i][k];"
    " for (int j = 0; j < 200; j++) c[i][j] += v * b[k][j]; } sink = c[7][7];",
    "naive convolution, 5 x 5": "for (int r = 0; r < 124; r++) for (int q = 0; q < 124; q++) { double v = 0; for (int i = 0; i < 5; i++)"
    " for (int j = 0; j < 5; j++) v += a[r + i][q + j] * b[i][j]; c[r][q] = v; } sink = c[9][9];",
    "recursive fib(30)": "sink = fib(30);",
    "lambda in a stream": "sink = IntStream.range(0, 5_000_000).map(i -> i ^ 3).filter(i -> i % 3 == 0).sum();",
}

SETUP = """
double sink;
int[] ints = new int[10_000]; double[] x = new double[10_000], y = new double[10_000];
double[][] a = new double[200][200], b = new double[200][200], c = new double[200][200];
long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
double best(Runnable loop) {
    double best = 1e9;
    for (int i = 0; i < 8; i++) { long t = System.nanoTime(); loop.run(); best = Math.min(best, (System.nanoTime() - t) / 1e6); }
    return best;
}
"""


class Kernel:
    def __init__(self, name, guard):
        os.environ["LAYERWISE_KERNEL_GUARD"] = guard
        self.manager, self.client = start_new_kernel(kernel_name=name)
        self.run(SETUP)
        for i, loop in enumerate(LOOPS.values()):
            self.run(f"void loop{i}() {{ {loop} }}")

    def run(self, code):
        values = []

        def keep(message):
            if message["msg_type"] == "execute_result":
                values.append(message["content"]["data"]["text/plain"])

        reply = self.client.execute_interactive(code, timeout=300, output_hook=keep)
        if reply["content"]["status"] != "ok":
            raise SystemExit(f"{code}\n{reply['content']}")
        return values

    def time(self, i):
        return float(self.run(f"best(() -> loop{i}())")[0])

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def main():
    name = sys.argv[1] if len(sys.argv) > 1 else "java"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    off, on = Kernel(name, "off"), Kernel(name, "on")
    ratios = []
    try:
        for i, title in enumerate(LOOPS):
            pairs = [(off.time(i), on.time(i)) for _ in range(rounds)]
            without, guarded = min(p[0] for p in pairs), min(p[1] for p in pairs)
            ratios.append(guarded / without)
            print(f"{title:28} off {without:8.2f} ms   on {guarded:8.2f} ms   ratio {ratios[-1]:.2f}", flush=True)
    finally:
        off.close()
        on.close()
    print(f"median ratio {statistics.median(ratios):.2f}, largest {max(ratios):.2f}")


if __name__ == "__main__":
    main()
