"""Malformed, truncated, wrongly signed and oversized messages to every socket of a running kernel.

    kernel_fuzz.py [messages] [seed]

starts the kernel named by LAYERWISE_KERNEL, sends them (10,000 by default), and prints what is left of it: whether it
lives, answers, beats, and how its memory grew. Exit code 1 if it does not.
"""

import hashlib
import hmac
import json
import os
import random
import socket
import struct
import sys
import time
import uuid

import zmq
from jupyter_client.manager import start_new_kernel

DELIMITER = b"<IDS|MSG>"
GREETING = b"\xff\x00\x00\x00\x00\x00\x00\x00\x01\x7f\x03\x00NULL" + b"\x00" * 48
CHANNELS = ("shell", "control", "stdin", "iopub", "hb")


class Fuzz:
    """A sender of nonsense; the same seed sends the same."""

    def __init__(self, client, seed):
        info = client.get_connection_info()
        self.key = info["key"] if isinstance(info["key"], bytes) else info["key"].encode()
        self.ip = info["ip"]
        self.ports = {name: info[name + "_port"] for name in CHANNELS}
        self.random = random.Random(seed)
        self.context = zmq.Context()
        self.sockets = {}
        self.sent = dict.fromkeys(CHANNELS, 0)

    def close(self):
        for each in self.sockets.values():
            each.close(linger=2000)
        self.sockets.clear()
        self.context.term()

    def send(self):
        channel = self.random.choice(CHANNELS)
        kind = self.random.choice(
            (self.noise, self.truncated, self.wrongly_signed, self.wrong_json, self.wrong_types, self.raw, self.long)
        )
        self.sent[channel] += 1
        kind(channel)

    def socket(self, channel):
        """Now and then a new one, so that connections come and go too."""
        if channel in self.sockets and self.random.random() < 0.05:
            self.sockets.pop(channel).close(linger=500)
        if channel not in self.sockets:
            types = {"iopub": (zmq.SUB, zmq.XSUB), "hb": (zmq.REQ, zmq.DEALER)}
            kind = self.random.choice(types.get(channel, (zmq.DEALER, zmq.DEALER, zmq.REQ)))
            opened = self.context.socket(kind)
            opened.sndtimeo = 2000
            opened.connect(f"tcp://{self.ip}:{self.ports[channel]}")
            self.sockets[channel] = opened
        return self.sockets[channel]

    def put(self, channel, frames):
        target = self.socket(channel)
        try:
            if target.type == zmq.SUB:
                target.subscribe(b"".join(frames)[:200])
            else:
                target.send_multipart(frames)
            while target.type != zmq.SUB and target.poll(0):
                target.recv_multipart()
        except zmq.ZMQError:  # a REQ that waits for its answer, a queue that is full
            self.sockets.pop(channel).close(linger=0)

    def bytes(self, most):
        return self.random.randbytes(self.random.randrange(most + 1))

    def noise(self, channel):
        self.put(channel, [self.bytes(300) for _ in range(1 + self.random.randrange(12))])

    def header(self):
        kinds = ("execute_request", "kernel_info_request", "shutdown_requestt", "comm_msg", "", "x" * 5000, "\x1b[2J\x07")
        return {"msg_id": uuid.UUID(int=self.random.getrandbits(128)).hex, "msg_type": self.random.choice(kinds)}

    def signature(self, parts):
        digest = hmac.new(self.key, digestmod=hashlib.sha256)
        for part in parts:
            digest.update(part)
        return digest.hexdigest().encode()

    def signed(self, parts):
        return [DELIMITER, self.signature(parts), *parts]

    def parts(self, content=None):
        return [json.dumps(each).encode() for each in (self.header(), {}, {}, content or {"code": "0"})]

    def truncated(self, channel):
        frames = self.signed(self.parts())
        self.put(channel, frames[: self.random.randrange(1, len(frames))])

    def wrongly_signed(self, channel):
        frames = self.signed(self.parts())
        frames[1] = self.random.choice((b"", b"0" * 64, frames[1][:-1], frames[1] + b"0", frames[1].upper(), self.bytes(80)))
        self.put(channel, frames)

    def wrong_json(self, channel):
        wrong = (b"", b"{", b"[]", b"null", b"7", b'"x"', b"{}}", b"\xff\xfe{", b"[" * 5000, b'{"a":' * 5000, self.bytes(100))
        parts = self.parts()
        parts[self.random.choice((0, 1, 3))] = self.random.choice(wrong)
        self.put(channel, self.signed(parts))

    def wrong_types(self, channel):
        """Well-formed and rightly signed, but no request that means anything."""
        wrong = (None, 7, [], {}, "", True, 1e300, "\u0000", "x" * 1000)
        kind = self.random.choice(
            ("complete_request", "inspect_request", "is_complete_request", "history_request", "comm_open", "comm_msg",
             "comm_close", "comm_info_request", "debug_request", "input_reply", "kernel_info_request", "no_such_type")
        )
        names = ("code", "cursor_pos", "n", "session", "start", "pattern", "hist_access_type", "comm_id", "data", "command")
        content = {name: self.random.choice(wrong) for name in self.random.sample(names, 4)}
        header = {**self.header(), "msg_type": kind}
        parts = [json.dumps(each).encode() for each in (header, {}, {}, content)]
        self.put(channel, self.signed(parts))

    def long(self, channel):
        """Long frames, many frames; now and then a really long one."""
        size = self.random.choice((10_000, 100_000, 100_000, 1_000_000))
        shape = self.random.randrange(3)
        if shape == 0:
            self.put(channel, [b"x" * size])
        elif shape == 1:
            self.put(channel, [b""] * min(size // 10, 5000))
        else:
            frames = self.signed(self.parts({"code": "x" * size}))
            self.put(channel, [*frames[:1], b"0" * 64, *frames[2:]])

    def raw(self, channel):
        """No ZeroMQ at all, or the beginning of it."""
        shape = self.random.randrange(5)
        with socket.create_connection((self.ip, self.ports[channel]), timeout=30) as plain:
            if shape == 0:
                data = self.bytes(200)
            elif shape == 1:
                data = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
            elif shape == 2:
                data = GREETING[: self.random.randrange(len(GREETING))]
            elif shape == 3:
                data = GREETING + self.bytes(100)
            else:  # a frame that announces more than anyone can hold
                ready = b"\x04\x19\x05READY\x0bSocket-Type\x00\x00\x00\x06DEALER"
                data = GREETING + ready + b"\x02" + struct.pack(">Q", 1 << self.random.randrange(31, 62)) + b"abc"
            try:
                plain.sendall(data)
            except OSError:
                pass  # the kernel hung up first


def resident(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))


def value(client, code):
    values = []

    def keep(message):
        if message["msg_type"] == "execute_result":
            values.append(message["content"]["data"]["text/plain"])

    client.execute_interactive(code, timeout=60, output_hook=keep)
    return values


USED = "System.gc(); Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20"


def settled(client, pid):
    """Memory after two collections: resident and used heap, in MB."""
    value(client, "System.gc();")
    time.sleep(1)
    heap = int(value(client, USED)[0])
    return resident(pid), heap


def beating(client):
    """Whether the heart beats, or does so again within ten seconds."""
    end = time.monotonic() + 10
    while not client.hb_channel.is_beating() and time.monotonic() < end:
        time.sleep(0.2)
    return client.hb_channel.is_beating()


def main():
    messages = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    manager, client = start_new_kernel(kernel_name=os.environ.get("LAYERWISE_KERNEL", "java"))
    pid = manager.provisioner.process.pid
    try:
        value(client, "1 + 1")
        memory = [settled(client, pid)]
        print(f"at rest RSS {memory[0][0]} MB, used heap {memory[0][1]} MB", flush=True)
        fuzz = Fuzz(client, seed)
        for quarter in range(1, 5):
            for _ in range(messages // 4):
                fuzz.send()
            memory.append(settled(client, pid))
            print(f"{quarter * (messages // 4):6} sent, RSS {memory[-1][0]} MB, used heap {memory[-1][1]} MB", flush=True)
        fuzz.close()
        good = value(client, "3 + 4")
        beats = beating(client)
        print(f"sent {fuzz.sent}")
        print(f"alive {manager.is_alive()}, a good cell answers {good}, the heart beats {beats}")
        flat = memory[4][0] <= memory[2][0] + 40 and memory[4][1] <= memory[1][1] + 10
        print(f"memory flat {flat}")
        return 0 if manager.is_alive() and good == ["7"] and beats and flat else 1
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    sys.exit(main())
