"""What a reader sees of a kernel whose Java has no JShell: the same sentence in every cell, and an orderly end."""

import os

from jupyter_client.manager import start_new_kernel

km, kc = start_new_kernel(kernel_name=os.environ["LAYERWISE_KERNEL"])
for code in ("1 + 1", "2 + 2"):
    kc.execute_interactive(
        code,
        timeout=20,
        output_hook=lambda m: m["msg_type"] == "error"
        and print(m["content"]["ename"] + ": " + m["content"]["evalue"], flush=True),
    )
kc.stop_channels()
km.shutdown_kernel()
print("ended", flush=True)
