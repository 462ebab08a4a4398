"""A client that times any installed kernel: no polling of its own, every message with the moment it came."""

import os
import time
from queue import Empty

from jupyter_client.manager import KernelManager


class Session:
    """One kernel from start to end; use it in a with statement."""

    def __init__(self, name):
        self.began = time.monotonic()
        self.km = KernelManager(kernel_name=name)
        self.km.start_kernel(stderr=open(os.devnull, "w"))
        self.kc = self.km.client()
        self.kc.start_channels(hb=False)
        self._wait_for_both_sockets()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.kc.stop_channels()
        self.km.shutdown_kernel(now=True)

    @property
    def pid(self):
        return self.km.provisioner.pid

    def _wait_for_both_sockets(self, timeout=60):
        """iopub is a subscription: what was published before it arrived is lost, so ask until something is heard."""
        while time.monotonic() - self.began < timeout:
            msg_id = self.kc.kernel_info()
            self.reply(msg_id, timeout)
            try:
                self.kc.get_iopub_msg(timeout=0.1)
                return
            except Empty:
                continue
        raise TimeoutError("the kernel's iopub was never heard")

    def reply(self, msg_id, timeout=60):
        while True:
            message = self.kc.get_shell_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") == msg_id:
                return message["content"]

    def news(self, msg_id, timeout=60):
        """All of iopub for one request, up to its idle."""
        messages = []
        while True:
            message = self.kc.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            messages.append(message)
            if message["content"].get("execution_state") == "idle":
                return messages

    def run(self, code, timeout=60):
        """The reply and the news of a cell."""
        msg_id = self.kc.execute(code)
        return self.reply(msg_id, timeout), self.news(msg_id, timeout)

    def timed(self, code, timeout=60):
        """Milliseconds from the request to its idle."""
        began = time.monotonic()
        self.run(code, timeout)
        return 1000 * (time.monotonic() - began)

    def info_time(self):
        """Milliseconds for kernel_info."""
        began = time.monotonic()
        msg_id = self.kc.kernel_info()
        self.reply(msg_id)
        took = 1000 * (time.monotonic() - began)
        self.news(msg_id)
        return took

    def resident_megabytes(self):
        with open(f"/proc/{self.pid}/status", encoding="ascii") as file:
            for line in file:
                if line.startswith("VmRSS:"):
                    return int(line.split()[1]) / 1024
        raise RuntimeError("no VmRSS; this needs Linux")

    def cpu_seconds(self):
        with open(f"/proc/{self.pid}/stat", encoding="ascii") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def median(values):
    return sorted(values)[len(values) // 2]
