"""Drives any installed Jupyter kernel for Java and prints what it is like to work with, a line a figure.

    python3 src/bench/kernel_bench.py java                     # our kernel
    python3 src/bench/kernel_bench.py java ijava jjava         # side by side
    python3 src/bench/kernel_bench.py --first 'LeNet5.paper().name()' java

Needs Linux and jupyter_client. Times are wall clock on this machine, so compare columns of one run only.
"""

import argparse
import os
import platform
import time
from queue import Empty

from kernel_client import Session, median

LINES = 20_000


def cold(kernel, first):
    """Seconds from the start of the process to the end of the first cell."""
    with Session(kernel) as session:
        session.run(first)
        return time.monotonic() - session.began


def lines(session):
    began = time.monotonic()
    msg_id = session.kc.execute(f"for (int i = 0; i < {LINES}; i++) System.out.println(i);")
    messages, idle, text = 0, False, []
    while not idle:
        try:
            message = session.kc.get_iopub_msg(timeout=10)
        except Empty:
            break
        if message["parent_header"].get("msg_id") != msg_id:
            continue
        messages += 1
        idle = message["content"].get("execution_state") == "idle"
        if message["msg_type"] == "stream":
            text.append(message["content"]["text"])
    took = time.monotonic() - began
    came = sum(each.count("\n") for each in text)
    whole = "complete" if "".join(text).split() == [str(i) for i in range(LINES)] else f"{came:,} of {LINES:,}"
    return f"{took:.2f} s, {messages} messages, {whole}{'' if idle else ', no idle'}"


def interrupt(session):
    """How long the interrupt of an endless loop takes, and the share of a core that is still busy afterwards."""
    msg_id = session.kc.execute("while (true) { }")
    time.sleep(1)
    began = time.monotonic()
    session.km.interrupt_kernel()
    try:
        session.reply(msg_id, timeout=5)
        took = f"{1000 * (time.monotonic() - began):.0f} ms"
    except Empty:
        took = "no reply in 5 s"
    if not session.km.is_alive():
        return took + ", kernel dead"
    time.sleep(0.5)
    before = session.cpu_seconds()
    time.sleep(2)
    return f"{took}, then {50 * (session.cpu_seconds() - before):.0f} % of a core"


def figures(kernel, rounds, first):
    starts = [cold(kernel, first) for _ in range(rounds)]
    yield "cold start to first result", f"{median(starts):.2f} s ({min(starts):.2f}–{max(starts):.2f})"
    with Session(kernel) as session:
        session.run(first)
        time.sleep(3)
        yield "resident at rest", f"{session.resident_megabytes():.0f} MB"
        yield "warm 1 + 1", f"{median([session.timed('1 + 1') for _ in range(30)]):.1f} ms"
        for i in range(200):
            session.run(f"int v{i} = {i}; int f{i}(int n) {{ return n + v{i}; }} f{i}(1)")
        yield "warm 1 + 1 after 200 cells", f"{median([session.timed('1 + 1') for _ in range(30)]):.1f} ms"
        yield "kernel_info", f"{median([session.info_time() for _ in range(30)]):.1f} ms"
        yield f"{LINES:,} lines", lines(session)
        yield "resident after that", f"{session.resident_megabytes():.0f} MB"
        yield "interrupt of while (true)", interrupt(session)


def table(columns):
    """A Markdown table: a row a figure, a column a kernel."""
    names = list(columns)
    print("| | " + " | ".join(names) + " |")
    print("|---" * (len(names) + 1) + "|")
    for rows in zip(*columns.values()):
        print("| " + " | ".join([rows[0][0]] + [value for _, value in rows]) + " |")


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("kernel", nargs="+", help="the name of an installed kernelspec")
    words.add_argument("--rounds", type=int, default=7, help="cold starts, of which the median counts")
    words.add_argument("--first", default="1 + 1", help="the first cell")
    chosen = words.parse_args()
    print(f"{platform.platform()}, {len(os.sched_getaffinity(0))} cores, first cell: {chosen.first}\n")
    table({kernel: list(figures(kernel, chosen.rounds, chosen.first)) for kernel in chosen.kernel})


if __name__ == "__main__":
    main()
