"""The contract stands alone: who speaks of stores need not know one."""

import subprocess
import sys


def test_the_contract_knows_no_implementation() -> None:
    """Importing the contract brings in none of the stores that keep to it, so no cycle can form through them."""
    code = "import sys, graph.contract; print(*(name for name in sys.modules if name.startswith('graph.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["graph.contract"]
