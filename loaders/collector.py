"""How often Python looks for objects that only hold each other."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (100_000, 50, 100)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """What reading and writing make is freed once nobody needs it: each search goes over all rules in vain.

    It still comes: what a library leaves behind in circles does not pile up.
    """
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
