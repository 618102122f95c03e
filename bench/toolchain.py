"""Called by bench/toolchain."""

import http.server
import os
import random
import resource
import statistics
import subprocess
import sys
import tarfile
import threading
import time
from pathlib import Path

ATMOS, MISE, WORK, ROUNDS = sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
TOOLS = 20


def script(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\nexit 0\n")
    path.chmod(0o755)


def load():
    return " ".join(f"{one:.1f}" for one in os.getloadavg())


def run(command, folder, environment):
    """Milliseconds waited, and of processor time in user and system mode."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    code = subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ).returncode
    wall = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if code:
        sys.exit(f"{' '.join(map(str, command))} in {folder} exits {code}")
    return wall * 1000, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def project(name, count):
    folder = WORK / name
    pins = []
    for i in range(count):
        tool = "jq" if i == 0 else f"tool{i}"
        script(folder / f".tools/acme/{tool}/1.7.1/{tool}")
        pins.append(f"acme/{tool} 1.7.1")
    (folder / ".tools/.names").write_text("jq acme/jq\n")
    (folder / ".tool-versions").write_text("\n".join(pins) + "\n")
    (folder / "atmos.yaml").write_text(
        "base_path: .\nstacks:\n  base_path: stacks\n  included_paths:\n    - orgs/**/*\n"
        "toolchain:\n  aliases:\n    jq: acme/jq\n"
    )
    return folder


def starts():
    home = WORK / "home"
    home.mkdir()
    environment = {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache")}
    for name in list(environment):
        if name.startswith(("MISE_", "ATMOS_", "XDG_CONFIG")):
            del environment[name]
    one, twenty = project("one", 1), project("twenty", TOOLS)
    commands = {
        "atmos version": ([ATMOS, "version"], one),
        "atmos toolchain which jq": ([ATMOS, "toolchain", "which", "jq"], one),
        "atmos toolchain exec jq": ([ATMOS, "toolchain", "exec", "jq"], one),
        "atmos toolchain resolve hashicorp/terraform@1.10.3": ([ATMOS, "toolchain", "resolve", "hashicorp/terraform@1.10.3"], one),
        f"atmos toolchain install ({TOOLS} installed)": ([ATMOS, "toolchain", "install"], twenty),
        "a Tab: __complete toolchain install terraf": ([ATMOS, "__complete", "toolchain", "install", "terraf"], one),
        "the link in .tools/bin": ([str(one / ".tools/acme/jq/1.7.1/jq")], one),
    }
    if MISE:
        theirs = WORK / "mise"
        script(theirs / "data/installs/jq/1.7.1/jq")
        (theirs / "project").mkdir(parents=True)
        (theirs / "project/.tool-versions").write_text("jq 1.7.1\n")
        environment |= {
            "MISE_DATA_DIR": str(theirs / "data"),
            "MISE_CACHE_DIR": str(theirs / "cache"),
            "MISE_CONFIG_DIR": str(theirs / "config"),
            "MISE_OFFLINE": "1",
        }
        commands["mise which jq"] = ([MISE, "which", "jq"], theirs / "project")
        commands["mise exec -- jq"] = ([MISE, "exec", "--", "jq"], theirs / "project")
    # What was answered before, the launcher answers again by itself; but with a variable of ours, it never does.
    java = {**environment, "ATMOS_ASKED_ANEW": "1"}
    for name in list(commands):
        if name.startswith("atmos") and "install" not in name:
            commands[name + ", by Java"] = commands[name]
    times = {name: [] for name in commands}
    order = list(commands)
    for turn in range(ROUNDS + 3):
        random.Random(turn).shuffle(order)
        for name in order:
            taken = run(*commands[name], java if name.endswith(", by Java") else environment)
            if turn >= 3:
                times[name].append(taken)
    print(f"{'ms, median (fastest)':60} {'waited':>16} {'processor':>16}")
    for name, all_of in times.items():
        wall, cpu = zip(*all_of)
        print(
            f"{name:60} {statistics.median(wall):8.1f} ({min(wall):5.1f})"
            f" {statistics.median(cpu):8.1f} ({min(cpu):5.1f})"
        )
    if MISE:
        pairs_of = [("atmos toolchain which jq", "mise which jq"), ("atmos toolchain exec jq", "mise exec -- jq")]
        for ours, other in pairs_of + [(ours + ", by Java", other) for ours, other in pairs_of]:
            pairs = list(zip(times[ours], times[other]))
            wall = statistics.median(a[0] / b[0] for a, b in pairs)
            cpu = statistics.median(a[1] / b[1] for a, b in pairs)
            print(f"{ours} / {other}: {wall:.2f} waited, {cpu:.2f} processor (median of {len(pairs)} pairs)")


def archive():
    folder = WORK / "served"
    (folder / "big-1.0.0/bin").mkdir(parents=True)
    script(folder / "big-1.0.0/bin/big")
    (folder / "big-1.0.0/weight").write_bytes(random.Random(9).randbytes(50 << 20))
    with tarfile.open(folder / "big.tar.gz", "w:gz", compresslevel=1) as made:
        made.add(folder / "big-1.0.0", "big-1.0.0")
    asked = []

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments, **named):
            super().__init__(*arguments, directory=str(folder), **named)

        def do_GET(self):
            asked.append(self.path)
            super().do_GET()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    mine = WORK / "big"
    mine.mkdir()
    (mine / "atmos.yaml").write_text("toolchain: {tools_config_file: tools.yaml}\n")
    (mine / "tools.yaml").write_text(
        "tools:\n  acme/big:\n    type: http\n"
        f"    url: http://127.0.0.1:{server.server_port}/big.tar.gz\n"
        '    format: tar.gz\n    files: [{name: big, src: "big-{{trimV .Version}}/bin/big"}]\n'
    )
    environment = {**os.environ, "HOME": str(WORK / "bighome"), "XDG_CACHE_HOME": str(WORK / "bighome/.cache")}
    (WORK / "bighome").mkdir()
    times = []
    for turn in range(10):
        times.append(run([ATMOS, "toolchain", "install", "acme/big@1.0.0"], mine, environment)[0] / 1000)
        run([ATMOS, "toolchain", "uninstall", "acme/big@1.0.0"], mine, environment)
    server.shutdown()
    print(
        f"50 MB archive installed in {times[0]:.1f} s, then nine times more in {statistics.median(times[1:]):.1f} s"
        f" (median): {10 - len(asked)} of 10 from the cache"
    )


print(f"machine: {os.cpu_count()} cores, load at the begin {load()}")
starts()
archive()
print(f"load at the end {load()}")
