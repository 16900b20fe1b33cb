"""Print exact versions of everything the extras need, as constraints for pip.

Versions only: no addresses, no hashes of one machine's files, so the lock serves every mirror.
"""

import json
import subprocess
import sys

HEADER = "# Exact versions for `pip install --constraint`; written by `make lock`, never by hand.\n"


def resolve() -> dict[str, str]:
    """Newest versions that fit pyproject.toml, by name, without installing anything."""
    command = [sys.executable, "-m", "pip", "install", "-qq", "--dry-run", "--ignore-installed", "--report", "-"]
    report = subprocess.run([*command, ".[dev,node]"], check=True, stdout=subprocess.PIPE).stdout
    found = (item["metadata"] for item in json.loads(report)["install"])
    return {meta["name"]: meta["version"] for meta in found if meta["name"] != "gcm-knowledge-graph"}


if __name__ == "__main__":
    pins = sorted(resolve().items(), key=lambda pin: pin[0].casefold())
    sys.stdout.write(HEADER + "".join(f"{name}=={version}\n" for name, version in pins))
