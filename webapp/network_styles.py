"""How each class of entity looks in a picture: shape and fill tell it as well as the colour does."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """Shape (of vis-network), colour, and whether the shape is filled."""

    shape: str
    colour: str
    filled: bool = True

    @property
    def background(self) -> str:
        """Colour inside the border."""
        return self.colour if self.filled else "#ffffff"


STYLES = {
    "State": Style("dot", "#1f6fb2"),
    "Person": Style("dot", "#1f6fb2", filled=False),
    "UNEntity": Style("square", "#0b7a75"),
    "Organization": Style("square", "#0b7a75", filled=False),
    "Process": Style("hexagon", "#2f7d32"),
    "RegionalProcess": Style("hexagon", "#2f7d32", filled=False),
    "Event": Style("triangle", "#b8540b"),
    "Roundtable": Style("triangle", "#b8540b", filled=False),
    "WorkingGroup": Style("star", "#6a3d9a"),
    "Platform": Style("star", "#6a3d9a", filled=False),
    "Objective": Style("diamond", "#a3195b"),
    "GuidingPrinciple": Style("diamond", "#a3195b", filled=False),
    "Instrument": Style("triangleDown", "#5d4a1f"),
    "Fund": Style("triangleDown", "#5d4a1f", filled=False),
    "Place": Style("dot", "#5a6672"),
}
OTHER = Style("square", "#5a6672", filled=False)
MORE = Style("ellipse", "#5a6672", filled=False)
"""The node that stands for neighbours that are not in the picture."""

OUTLINES = {
    "dot": "M8 2a6 6 0 1 0 .01 0Z",
    "square": "M3 3h10v10H3Z",
    "hexagon": "M5 3h6l3.5 5-3.5 5H5L1.5 8Z",
    "triangle": "M8 2 14.5 13.5h-13Z",
    "triangleDown": "M8 14 1.5 2.5h13Z",
    "diamond": "M8 1.5 14 8l-6 6.5L2 8Z",
    "star": "M8 1.2 9.9 6h5l-4 3 1.5 5L8 11.100 3.600 14l1.500-5-4-3h5Z",
}
"""Outline of each shape in a box of 16 by 16, for the legend."""


def style_of(cls: str) -> Style:
    """Look of a class of entities."""
    return STYLES.get(cls, OTHER)
