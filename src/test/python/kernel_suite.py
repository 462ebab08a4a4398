"""Debian's jupyter_kernel_test against our kernel, and what that suite does not ask.

Run with the name of an installed kernelspec in LAYERWISE_KERNEL.
"""

import os
import time
import unittest
from queue import Empty

import jupyter_kernel_test
from jupyter_client.manager import start_new_kernel

KERNEL = os.environ["LAYERWISE_KERNEL"]


class Protocol(jupyter_kernel_test.KernelTests):
    """All twelve tests of the suite; none is skipped."""

    kernel_name = KERNEL
    language_name = "Java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("careful");'
    completion_samples = [
        {"text": "Math.ma", "matches": {"max("}},
        {"text": "int apple = 3; appl", "matches": {"apple"}},
    ]
    complete_code_samples = ["1 + 1", "int x = 3;", "class A { }", "// nothing"]
    incomplete_code_samples = ["int f() {", "class A {", 'foo("a",']
    invalid_code_samples = ["int int = 3;", "int = 3;", ") + 1", "1 +* 2"]
    code_page_something = "?Math.max"
    code_generate_error = "throw new IllegalStateException();"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"caf\\u00e9"', "result": "caf\u00e9"},
        {"code": "int[] a = {1, 2};\na", "result": "[1, 2]"},
        {"code": "1 + 1", "result": "2"},
    ]
    code_display_data = [
        {"code": 'display("shown")', "mime": "text/plain"},
        {
            "code": "display(new java.awt.image.BufferedImage(2, 2, 1))",
            "mime": "image/png",
        },
    ]
    code_history_pattern = "1?+*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.max"
    code_clear_output = "clearOutput(true)"


class Cells(unittest.TestCase):
    """Output, interrupts, the queue, questions to the reader."""

    @classmethod
    def setUpClass(cls):
        cls.km, cls.kc = start_new_kernel(kernel_name=KERNEL)

    @classmethod
    def tearDownClass(cls):
        cls.kc.stop_channels()
        cls.km.shutdown_kernel()

    def collect(self, msg_id, timeout=20):
        """All of iopub for the request, up to its idle."""
        messages = []
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            message = self.kc.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            messages.append(message)
            content = message["content"]
            if message["msg_type"] == "status" and content["execution_state"] == "idle":
                return messages
        raise AssertionError("no idle")

    def reply(self, msg_id, timeout=20):
        while True:
            message = self.kc.get_shell_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") == msg_id:
                return message["content"]

    def run_cell(self, code, **options):
        msg_id = self.kc.execute(code, **options)
        reply = self.reply(msg_id)
        return reply, self.collect(msg_id)

    @staticmethod
    def of(messages, kind):
        return [m["content"] for m in messages if m["msg_type"] == kind]

    def text(self, messages, stream="stdout"):
        return "".join(c["text"] for c in self.of(messages, "stream") if c["name"] == stream)

    def value(self, code):
        reply, messages = self.run_cell(code)
        self.assertEqual("ok", reply["status"], reply)
        return [c["data"]["text/plain"] for c in self.of(messages, "execute_result")]

    def test_twenty_thousand_lines_arrive_complete_and_in_order(self):
        began = time.monotonic()
        _, messages = self.run_cell("for (int i = 0; i < 20_000; i++) System.out.println(i);")
        took = time.monotonic() - began
        self.assertEqual([str(i) for i in range(20000)], self.text(messages).splitlines())
        self.assertLessEqual(len(messages), 30)
        self.assertLess(took, 2)

    def test_both_streams_and_displays_keep_their_order(self):
        _, messages = self.run_cell(
            'System.out.print("a"); System.err.print("b"); display("c"); System.out.print("d");'
        )
        shown = [
            m["content"].get("text") or m["content"]["data"]["text/plain"]
            for m in messages
            if m["msg_type"] in ("stream", "display_data")
        ]
        self.assertEqual(["a", "b", "c", "d"], shown)

    def test_text_of_a_background_thread_arrives_after_its_cell(self):
        msg_id = self.kc.execute(
            'new Thread(() -> { try { Thread.sleep(300); } catch (InterruptedException e) { }'
            ' System.out.println("late"); }).start();'
        )
        self.reply(msg_id)
        self.collect(msg_id)
        message = self.kc.get_iopub_msg(timeout=5)
        self.assertEqual("late\n", message["content"]["text"])

    def interrupted(self, code):
        msg_id = self.kc.execute(code)
        time.sleep(1)
        began = time.monotonic()
        self.km.interrupt_kernel()
        reply = self.reply(msg_id)
        took = time.monotonic() - began
        self.collect(msg_id)
        self.assertEqual("Interrupted", reply["ename"])
        self.assertLess(took, 0.5)

    def test_every_kind_of_waiting_is_interrupted_and_the_state_kept(self):
        self.run_cell("int kept = 5;")
        for code in (
            "while (true) { }",
            "Thread.sleep(60_000);",
            "while (true) { try { Thread.sleep(100); } catch (Exception e) { } }",
            "int deep(int n) { return deep(n - 1) + deep(n - 2); }\n"
            "while (true) { try { deep(3); } catch (StackOverflowError e) { } }",
            "IntStream.range(0, 9).parallel().forEach(i -> { while (true) { } });",
            "System.in.read()",
        ):
            with self.subTest(code=code):
                self.interrupted(code)
        self.assertEqual(["5"], self.value("kept"))

    def test_cells_that_wait_behind_an_error_are_aborted(self):
        first = self.kc.execute("Thread.sleep(300); int bad = 1 / 0;")
        second = self.kc.execute('System.out.println("never");')
        self.assertEqual("error", self.reply(first)["status"])
        self.assertEqual("aborted", self.reply(second)["status"])
        self.collect(second)
        self.assertEqual(["3"], self.value("1 + 2"))

    def test_inspection_gives_the_signatures_of_a_method(self):
        msg_id = self.kc.inspect("int m = Math.max(1, 2)", 15)
        self.assertIn("int Math.max(int a, int b)", self.reply(msg_id)["data"]["text/plain"])

    def test_cells_go_on_where_stop_on_error_is_off(self):
        first = self.kc.execute("int worse = 1 / 0;", stop_on_error=False)
        second = self.kc.execute("1 + 3")
        self.assertEqual("error", self.reply(first)["status"])
        self.assertEqual("ok", self.reply(second)["status"])
        self.collect(second)

    def test_updates_are_few_and_the_last_one_arrives_before_idle(self):
        _, messages = self.run_cell(
            'display(0, "bar");\nfor (int i = 1; i <= 50_000; i++) updateDisplay("bar", i);'
        )
        updates = self.of(messages, "update_display_data")
        self.assertEqual("50000", updates[-1]["data"]["text/plain"])
        self.assertEqual("bar", updates[-1]["transient"]["display_id"])
        self.assertLess(len(updates), 20)

    def test_a_cell_reads_a_line_from_the_reader(self):
        msg_id = self.kc.execute("new Scanner(System.in).nextLine()", allow_stdin=True)
        self.assertEqual("input_request", self.kc.get_stdin_msg(timeout=10)["msg_type"])
        self.kc.input("Grüße")
        self.reply(msg_id)
        results = self.of(self.collect(msg_id), "execute_result")
        self.assertEqual("Grüße", results[0]["data"]["text/plain"])

    def test_completion_after_an_emoji_counts_characters(self):
        code = 'String s = "😀"; s.leng'
        msg_id = self.kc.complete(code, len(code))
        content = self.reply(msg_id)
        self.assertEqual(["length()"], content["matches"])
        self.assertEqual(len(code) - 4, content["cursor_start"])
        self.assertEqual(len(code), content["cursor_end"])

    def test_user_expressions_are_answered_one_by_one(self):
        reply, _ = self.run_cell("int u = 4;", user_expressions={"good": "u + 1", "bad": "nope"})
        self.assertEqual("5", reply["user_expressions"]["good"]["data"]["text/plain"])
        self.assertEqual("error", reply["user_expressions"]["bad"]["status"])

    def test_a_silent_cell_shows_nothing_and_is_not_counted(self):
        before, _ = self.run_cell("1")
        _, messages = self.run_cell("2", silent=True)
        after, _ = self.run_cell("3")
        self.assertEqual([], self.of(messages, "execute_result") + self.of(messages, "execute_input"))
        self.assertEqual(before["execution_count"] + 1, after["execution_count"])

    def test_unknown_and_malformed_messages_do_no_harm(self):
        channel = self.kc.shell_channel
        self.kc.session.send(channel.socket, "no_such_request", {})
        channel.socket.send_multipart([b"<IDS|MSG>", b"0" * 64, b"{", b"{}", b"{}", b"{}"])
        channel.socket.send_multipart([b"x"])
        channel.socket.send_multipart([b"<IDS|MSG>", b"wrong", b"{}", b"{}", b"{}", b"{}"])
        reply, messages = self.run_cell("3 + 4")
        self.assertEqual("ok", reply["status"])
        self.assertEqual("", self.text(messages, "stderr"))

    def test_an_error_shows_the_line_and_a_caret(self):
        reply, messages = self.run_cell("int good = 1;\nint bad = nope;")
        error = self.of(messages, "error")[0]
        self.assertEqual("CompilationError", error["ename"])
        self.assertEqual("cannot find symbol: variable nope", reply["evalue"])
        self.assertEqual(["    int bad = nope;", "              ^"], error["traceback"][2:4])


def measure():
    """First result after the start, and a warm expression, in milliseconds."""
    began = time.monotonic()
    km, kc = start_new_kernel(kernel_name=KERNEL)
    kc.execute_interactive("1 + 1", timeout=30, output_hook=lambda m: None)
    first = time.monotonic() - began
    warm = []
    for i in range(30):
        began = time.monotonic()
        kc.execute_interactive("1 + 1", timeout=30, output_hook=lambda m: None)
        warm.append(time.monotonic() - began)
    kc.stop_channels()
    km.shutdown_kernel()
    print(f"first result {first * 1000:.0f} ms, warm 1 + 1 {sorted(warm)[15] * 1000:.1f} ms")


if __name__ == "__main__":
    measure() if os.environ.get("LAYERWISE_MEASURE") else unittest.main()
