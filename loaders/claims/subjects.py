"""Who a verb is said of: the noun that opens the clause, and not a name that hangs on that noun."""

import re

# "the commissioner of ECOWAS took the floor": who speaks is the commissioner
_GOVERNED = re.compile(
    r"(?P<head>[\w’'.-]+|⟦H#\d+⟧)\s(?:(?:of|for|from|by|with|but|except|de|del|du|des|con|avec|para|pour|por|par|salvo"
    r"|excepto|sauf)\s(?:the |la |las |los |les |l['’])?|[ld]['’]|de l['’])$",
    re.IGNORECASE,
)
# nouns that speak for the name behind them: "the representative of Ghana", "the Government of Ghana"
_STANDS_FOR = re.compile(
    r"represent|représent|deleg|délég|gov|gob|gouv|authorit|autorid|autorit|people|state|estado|état|kingdom|ministr|minister"
    r"|secretary|secretari[oa]\b|secrétaire|secretariat|secretaría|secrétariat|observ|panell|mission|misión|presid|présid|\bhead\b|\bchef|\bjef[ae]",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"⟧,\s(?:who|which|que|qui|quien)")


def is_governed(text: str, opened: int, token: int) -> bool:
    """Whether a name that opens a match hangs on a noun before it that does not stand for it.

    text: a masked sentence; opened: where the match begins; token: where the name's token does.
    """
    if "⟦" in text[opened:token] or _RELATIVE.match(text, text.find("⟧", token)):
        return False
    found = _GOVERNED.search(text[:token])
    return found is not None and opened > found.end("head") and not _STANDS_FOR.search(found["head"])
