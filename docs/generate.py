"""Write the reference pages that come out of the program itself: commands, settings, routes.

`python docs/generate.py` writes what is stale, `--check` only tells. No clock, no machine: the same
program gives the same pages.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

os.environ["COLUMNS"] = "100"  # argparse wraps its help to the terminal; pages must not depend on it

import gcm
from graph.store import open_store
from ontology.settings import Settings, environment_name, load_settings
from webapp import formats
from webapp.app import create_app

REFERENCE = Path(__file__).resolve().parent / "reference"
NOTE = "<!-- Written by docs/generate.py. Do not edit. -->\n"


def commands_page() -> str:
    """Every subcommand with its own help."""
    text = [NOTE, "# The command `gcm`\n", _fenced(gcm.parser().format_help()), gcm_exit_codes()]
    for name, sub in _subparsers(gcm.parser()):
        text += [f"## `gcm {name}`\n", _fenced(sub.format_help())]
    return "\n".join(text)


def gcm_exit_codes() -> str:
    """What the exit code of every subcommand tells."""
    return (
        "| exit code | meaning |\n|---|---|\n"
        f"| {gcm.EXIT_OK} | all of it succeeded |\n"
        f"| {gcm.EXIT_FAILED} | something failed; one line on standard error says what and where. "
        "Of several documents the others went in |\n"
        f"| {gcm.EXIT_USAGE} | the command line is wrong |\n"
        f"| {gcm.EXIT_INTERRUPTED} | interrupted by Ctrl-C; what was committed before stays |\n"
    )


def _subparsers(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def _fenced(text: str) -> str:
    return f"```text\n{text.rstrip()}\n```\n"


def settings_page() -> str:
    """Every setting with its environment name, default and meaning."""
    rows = "".join(
        f"| `{environment_name(one.name)}` | {_value(one.default)} | {one.metadata['meaning']} |\n"
        for one in fields(Settings)
    )
    intro = "Settings are read from the environment once, when a process starts. An option of the command goes first.\n"
    return f"{NOTE}\n# Settings\n\n{intro}\n| variable | default | what it changes |\n|---|---|---|\n{rows}"


def _value(default: object) -> str:
    return f"`{default}`" if default != "" else "empty"


def routes_page() -> str:
    """Every address the web application answers, by concern."""
    settings = load_settings({}, store_url="memory:")
    app = create_app(settings, open_store(settings))
    concerns: dict[str, list[str]] = {}
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        concern = rule.endpoint.rpartition(".")[0] or "static files"
        methods = ", ".join(sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}))
        meaning = _summary(rule.endpoint, app.view_functions[rule.endpoint].__doc__)
        concerns.setdefault(concern, []).append(f"| `{rule.rule}` | {methods} | {meaning} |\n")
    intro = "Every address answers `HEAD` and `OPTIONS` too. Formats are chosen by the `Accept` header or `?format=`.\n"
    parts = [f"{NOTE}\n# Routes\n\n{intro}"]
    for concern, rows in sorted(concerns.items()):
        parts.append(
            f"\n## {concern.replace('_', ' ')}\n\n| address | methods | what it gives |\n|---|---|---|\n{''.join(rows)}"
        )
    return "".join([*parts, *_formats()])


def _formats() -> Iterator[str]:
    yield "\n## Formats\n\n| of | name | media type |\n|---|---|---|\n"
    for of, choices in (
        ("SELECT, ASK", formats.SOLUTIONS),
        ("triples", formats.TRIPLES),
        ("named graphs", formats.QUADS),
    ):
        names: dict[str, str] = {}
        for choice in choices:
            names.setdefault(choice.name, choice.media_type)
        yield from (f"| {of} | `{name}` | `{media_type}` |\n" for name, media_type in names.items())


def _summary(endpoint: str, text: str | None) -> str:
    if endpoint == "static":  # Flask's own view
        return "Styles, scripts and the browser libraries copied at set-up."
    lines = (text or "").strip().split("\n\n")[0]
    return " ".join(lines.split()).replace("|", "\\|")


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "settings.md": settings_page,
    "routes.md": routes_page,
}


def stale() -> dict[str, str]:
    """Text of each page that is not what the program gives."""
    return {name: text for name, render in PAGES.items() if _content(name) != (text := render())}


def _content(name: str) -> str | None:
    path = REFERENCE / name
    return path.read_text(encoding="utf-8") if path.exists() else None


def main(arguments: list[str]) -> int:
    """Exit code: 1 when `--check` finds a stale page, else 0."""
    pages = stale()
    for name, text in pages.items():
        if "--check" not in arguments:
            (REFERENCE / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{'stale' if '--check' in arguments else 'wrote'} docs/reference/{name}\n")
    return 1 if pages and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
