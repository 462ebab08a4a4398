"""Runs every chapter on other Java kernels and says cell by cell what differs from the first one named.

Run by hand where stock kernels are installed as the README says, from the top of a built checkout:

    python3 src/test/python/stock_kernels.py java ijava jjava [NOTEBOOK ...]

Needs jupyter on PATH. A cell is alike where its text, tables, drawings, pictures (to the byte) and errors are. Left out of the
comparison are progress bars, which tell times on a stock kernel, and the class of an error, which is EvalException there.
Training is as small as in the tests, with fixed seeds, so its numbers are compared too. Exit code 1 where a cell differs.
"""
import glob
import json
import os
import re
import subprocess
import sys

BAR = ("█", "░")


def executed(notebook, kernel):
    """The code cells of the notebook after a run; a cell that fails does not end it."""
    command = ["jupyter", "nbconvert", "--to=notebook", "--execute", "--allow-errors", "--stdout", "--log-level=ERROR",
               f"--ExecutePreprocessor.kernel_name={kernel}", "--ExecutePreprocessor.timeout=900", notebook]
    environment = {**os.environ, "LAYERWISE_BUDGET": "small", "LAYERWISE_PROGRESS": "off"}
    environment.pop("LAYERWISE_DATA", None)
    ran = subprocess.run(command, env=environment, capture_output=True, text=True)
    if ran.returncode:
        sys.exit(f"{notebook} on {kernel}: {ran.stderr.strip()}")
    return [cell for cell in json.loads(ran.stdout)["cells"] if cell["cell_type"] == "code"]


def whole(text):
    """A notebook file has a text as a string or as its lines."""
    return "".join(text)


def shown(cell):
    """What a reader sees, (kind, form) by (kind, form); a stream may come in any number of messages."""
    forms = []
    for output in cell["outputs"]:
        kind = output.get("name", output["output_type"])
        if kind in ("stdout", "stderr"):
            if forms and forms[-1][0] == kind:
                forms[-1] = (kind, forms[-1][1] + whole(output["text"]))
            else:
                forms.append((kind, whole(output["text"])))
        elif kind == "error":
            forms.append((kind, re.sub(r"^[\w.$]+, ", "", output["evalue"])))  # JJava puts the class before the message
        elif not whole(output["data"]["text/plain"]).startswith(BAR):
            forms += [(f"{kind} {mime}", whole(form)) for mime, form in sorted(output["data"].items())]
    return forms


def differences(cells, others):
    for number, (one, other) in enumerate(zip(cells, others), 1):
        one, other = shown(one), shown(other)
        if one != other:
            yield f"  cell {number}: " + "; ".join(
                [f"only the first has {kind}: {form[:150]!r}" for kind, form in one if (kind, form) not in other]
                + [f"only the other has {kind}: {form[:150]!r}" for kind, form in other if (kind, form) not in one]
                or ["the same in another order"])


def main(words):
    kernels = [word for word in words if not word.endswith(".ipynb")]
    if len(kernels) < 2:
        sys.exit(__doc__)
    different = 0
    for notebook in [word for word in words if word.endswith(".ipynb")] or sorted(glob.glob("notebooks/*.ipynb")):
        cells = executed(notebook, kernels[0])
        for kernel in kernels[1:]:
            found = list(differences(cells, executed(notebook, kernel)))
            different += len(found)
            print(f"{notebook} on {kernel}: {len(cells) - len(found)} of {len(cells)} cells alike", *found, sep="\n")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
