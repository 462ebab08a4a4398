"""One long session: thousands of cells that define, fail, draw, tabulate and print; latency and memory are to stay flat.

    python3 src/bench/kernel_soak.py java --cells 5000

Prints a line a tenth of the way, then the slope of each figure over the last four fifths. On a machine that others use too, the
processor time of the kernel says more than the clock; it is that of a few 1 + 1 in a row, because Linux counts it in hundredths
of a second. A kernel on JShell must compile an import for each name that is defined: say how many names with --names. Needs
Linux and jupyter_client.
"""

import argparse

from kernel_client import Session, median

KINDS = [
    ("expression", "1 + {i}"),
    ("variable", "int v{m} = {i}; v{m} * 2"),
    ("method", "int f{m}(int n) {{ return n + {i}; }} f{m}(1)"),
    ("class", "class C{m} {{ int x = {i}; int y() {{ return x; }} }} new C{m}().y()"),
    ("record", "record R{m}(int a, String b) {{ }} new R{m}({i}, \"x\")"),
    ("loop", "long s{m} = 0; for (int k = 0; k < 200_000; k++) s{m} += k % {p}; s{m}"),
    ("output", "for (int k = 0; k < 200; k++) System.out.println(\"line \" + k);"),
    ("compile error", "int bad{m} = nowhere{i};"),
    ("exception", "Object o{m} = null; o{m}.toString();"),
    ("map", "Map.of(\"a\", {i}, \"b\", 2)"),
    ("image", "new java.awt.image.BufferedImage(64, 64, 1)"),
    ("array", "new double[40][40]"),
]
COURSE = [
    ("table", "summary(LeNet5.paper())"),
    (
        "chart",
        "var chart{m} = new org.knowm.xchart.XYChartBuilder().title(\"c\").build();"
        " chart{m}.addSeries(\"s\", new double[] {{1, 2, {i}}}); chart{m}",
    ),
]


REPEATS = 5


def slope(points):
    """Least squares, per thousand cells."""
    n = len(points)
    mean_x = sum(x for x, _ in points) / n
    mean_y = sum(y for _, y in points) / n
    top = sum((x - mean_x) * (y - mean_y) for x, y in points)
    return 1000 * top / sum((x - mean_x) ** 2 for x, _ in points)


def one_plus_one(session):
    """Milliseconds by the clock, the median, and milliseconds of processor, the mean, of a 1 + 1."""
    before = session.cpu_seconds()
    clock = median([session.timed("1 + 1") for _ in range(REPEATS)])
    return clock, 1000 * (session.cpu_seconds() - before) / REPEATS


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("kernel", help="the name of an installed kernelspec")
    words.add_argument("--cells", type=int, default=5000)
    words.add_argument("--plain", action="store_true", help="without the course's table and chart")
    words.add_argument("--names", type=int, default=10, help="names of each kind, which are defined again and again")
    chosen = words.parse_args()
    kinds = KINDS if chosen.plain else KINDS + COURSE
    rounds = chosen.cells // len(kinds)
    clock, processor, memory, failed = [], [], [], 0
    with Session(chosen.kernel) as session:
        for i in range(rounds):
            for name, code in kinds:
                m = i % chosen.names
                reply, _ = session.run(code.format(i=i, m=m, p=i % 7 + 2))
                expected = "error" if name in ("compile error", "exception") else "ok"
                failed += reply["status"] != expected
            cells = (i + 1) * len(kinds)
            milliseconds, busy = one_plus_one(session)
            clock.append((cells, milliseconds))
            processor.append((cells, busy))
            memory.append((cells, session.resident_megabytes()))
            tenth = max(1, rounds // 10)
            if (i + 1) % tenth == 0:
                print(
                    f"{cells:6d} cells: 1 + 1 {median([y for _, y in clock[-tenth:]]):6.1f} ms,"
                    f" processor {sum(y for _, y in processor[-tenth:]) / tenth:6.1f} ms,"
                    f" resident {memory[-1][1]:6.0f} MB",
                    flush=True,
                )
    rest = rounds // 5
    print(f"answers that were not as expected: {failed}")
    print(f"1 + 1: {slope(clock[rest:]):+.2f} ms a thousand cells")
    print(f"processor of 1 + 1: {slope(processor[rest:]):+.2f} ms a thousand cells")
    print(f"resident: {slope(memory[rest:]):+.1f} MB a thousand cells")


if __name__ == "__main__":
    main()
