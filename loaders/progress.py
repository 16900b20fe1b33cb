"""What a terminal sees of long work, and how a signal ends it."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from tqdm import tqdm


@contextmanager
def terminable() -> Iterator[None]:
    """A termination ends what is under way as Ctrl-C does."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr, drawn only on a terminal; called with how many are done and how many there are."""
    with ExitStack() as drawn:
        bars: list[tqdm[Any]] = []

        def show(done: int, total: int) -> None:
            if not bars:
                bar = tqdm(desc=label, unit="doc", total=total, disable=not sys.stderr.isatty(), leave=False)
                bars.append(drawn.enter_context(bar))
            bars[0].update(done - bars[0].n)

        yield show
