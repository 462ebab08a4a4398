"""What a learner sees in real Jupyter: values, errors with hints, completion, inspection.

Run with the name of an installed kernelspec in LAYERWISE_KERNEL.
"""

import os
import time
import unittest

from jupyter_client.manager import start_new_kernel

KERNEL = os.environ["LAYERWISE_KERNEL"]


class Learners(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.km, cls.kc = start_new_kernel(kernel_name=KERNEL)

    @classmethod
    def tearDownClass(cls):
        cls.kc.stop_channels()
        cls.km.shutdown_kernel()

    def run_cell(self, code):
        """The reply, and the contents of what iopub shows by type."""
        shown = {}

        def keep(message):
            shown.setdefault(message["msg_type"], []).append(message["content"])

        reply = self.kc.execute_interactive(code, timeout=30, output_hook=keep)
        return reply["content"], shown

    def value(self, code):
        reply, shown = self.run_cell(code)
        self.assertEqual("ok", reply["status"], reply)
        return [c["data"]["text/plain"] for c in shown.get("execute_result", [])]

    def error(self, code):
        _, shown = self.run_cell(code)
        return shown["error"][0]

    def ask(self, request, *arguments):
        return request(*arguments, reply=True, timeout=20)["content"]

    def test_a_cell_defines_what_names_each_other_and_goes_on_behind_a_failure(self):
        self.assertEqual(["true"], self.value("class Hen { Egg egg; }\nclass Egg { Hen hen; }\nnew Hen().egg == null"))
        self.run_cell("int größe = 3;\nint 변수 = 1 / (größe - 3);\nint never = 1;")
        self.assertEqual(["3"], self.value("größe"))
        self.assertEqual("😀", self.value('"😀"')[0])

    def test_a_cell_of_a_thousand_lines_runs(self):
        lines = ["int total = 0;"] + [f"total += {i};" for i in range(998)]
        began = time.monotonic()
        self.assertEqual(["497503"], self.value("\n".join(lines) + "\ntotal"))
        self.assertLess(time.monotonic() - began, 10)

    def test_nothing_and_comments_are_cells(self):
        for code in ("", "   \n", "// only", "/* only */"):
            self.assertEqual([], self.value(code))

    def test_a_typing_error_is_met_with_the_nearest_name(self):
        self.run_cell("int apple = 3;")
        error = self.error("int pear = 1;\nint fruit = appel + pear;")
        self.assertEqual("CompilationError", error["ename"])
        self.assertEqual("cannot find symbol: variable appel", error["evalue"])
        self.assertEqual(
            ["    int fruit = appel + pear;", "                ^", "hint: did you mean apple?"],
            error["traceback"][2:],
        )

    def test_an_exception_has_its_own_name_its_line_and_a_caret(self):
        error = self.error("int parts = 0;\nint share = 12 / parts;")
        self.assertEqual("java.lang.ArithmeticException", error["ename"])
        self.assertEqual("/ by zero", error["evalue"])
        self.assertEqual(
            ["        int share = 12 / parts;", "                       ^", "note: share was not set"],
            error["traceback"][2:],
        )

    def test_equal_texts_that_are_found_different_are_noted(self):
        _, shown = self.run_cell('new String("a") == "a"')
        self.assertIn("compare texts with equals", shown["stream"][0]["text"])
        self.assertEqual("stderr", shown["stream"][0]["name"])

    def test_completion_has_types_and_signatures(self):
        content = self.ask(self.kc.complete, 'String s = "😀"; Math.floorM')
        self.assertEqual(["floorMod("], content["matches"])
        entry = content["metadata"]["_jupyter_types_experimental"][0]
        self.assertEqual("function", entry["type"])
        self.assertIn("(int x, int y) → int", entry["signature"])
        self.assertEqual((content["cursor_start"], content["cursor_end"]), (entry["start"], entry["end"]))

    def test_inspection_shows_our_javadoc_in_two_forms(self):
        data = self.ask(self.kc.inspect, "clearOutput(true)")["data"]
        self.assertIn("Empties the cell's output", data["text/plain"])
        self.assertIn(">void Display.clearOutput(boolean wait)</pre>", data["text/html"])

    def test_the_first_tab_does_not_freeze(self):
        km, kc = start_new_kernel(kernel_name=KERNEL)
        try:
            time.sleep(4)
            began = time.monotonic()
            kc.complete("String.valueO", reply=True, timeout=20)
            self.assertLess(time.monotonic() - began, 2)
            began = time.monotonic()
            kc.inspect("Math.max", reply=True, timeout=20)
            self.assertLess(time.monotonic() - began, 2)
        finally:
            kc.stop_channels()
            km.shutdown_kernel()


if __name__ == "__main__":
    unittest.main()
