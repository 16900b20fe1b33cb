"""The whole network and where its nodes stand, kept for the newest state of the graph.

Reading and placing all of it is what a picture costs; who narrows it down or comes back later pays for drawing only.
"""

from dataclasses import dataclass

from graph.contract import View
from graph.network import Network, whole
from webapp.network_picture import Places, places_of

_Kept = dict[tuple[int, str], tuple[Network, Places]]


@dataclass(slots=True)
class NetworkMemory:
    """Whole networks by size and language. What it hands out is shared: nobody may change it."""

    _kept: tuple[str, _Kept] = ("", {})

    def whole(self, view: View, limit: int, language: str) -> tuple[Network, Places]:
        """The best-joined part of the whole network, and the place of each of its nodes."""
        kept = self._kept
        if kept[0] != view.generation:
            kept = self._kept = (view.generation, {})
        if (limit, language) not in kept[1]:
            network = whole(view, limit, language)
            alike = next((places for (size, _), (_, places) in kept[1].items() if size == limit), None)
            kept[1][limit, language] = (network, alike or places_of(network))
        return kept[1][limit, language]
