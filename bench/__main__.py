"""`python -m bench`: every benchmark, one after the other; each prints `name value unit`."""

import subprocess
import sys
from pathlib import Path

BENCHMARKS = sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py"))

if __name__ == "__main__":
    # A process each, so that none measures what another left behind.
    codes = [subprocess.run([sys.executable, "-m", f"bench.{name}"], check=False).returncode for name in BENCHMARKS]
    sys.exit(max(codes))
