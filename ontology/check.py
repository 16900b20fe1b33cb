"""`python -m ontology.check`: whether vocabulary, reference data and generated files are in order."""

import sys

from ontology.generate import stale
from ontology.lint import unnamed_terms, vocabulary_findings
from ontology.reference_checks import reference_findings


def findings() -> list[str]:
    """Everything that is wrong, one line each."""
    fresh = (f"{path} is stale: run python -m ontology.generate" for path in stale())
    return [*vocabulary_findings(), *unnamed_terms(), *reference_findings(), *fresh]


def main() -> int:
    """Print the findings; 1 when there are any."""
    found = findings()
    sys.stderr.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
