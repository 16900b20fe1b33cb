"""The command `gcm`: joins the packages, nothing else.

Heavy packages are imported inside the subcommand that needs them, so that the command starts fast.
"""

import argparse
import json
import logging
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ontology.errors import GcmError
from ontology.settings import Settings, load_settings

if TYPE_CHECKING:
    from graph.contract import Store, View
    from graph.decisions import Decision
    from graph.records import DocumentRecords, Failure

Argument = tuple[str, dict[str, Any]]
INCOMPLETE = "a load was interrupted or is under way: facts and counts follow at its end, or when `gcm serve` starts"
EXIT_OK, EXIT_FAILED, EXIT_USAGE, EXIT_INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand: its help, its arguments and what it runs; `run` gives the exit code."""

    name: str
    help: str
    run: Callable[[argparse.Namespace, Settings], int]
    arguments: tuple[Argument, ...] = ()


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand; 0 on success, 1 when it failed, 2 for a wrong call, 130 when interrupted."""
    args = parser().parse_args(argv)
    # a server's log is its operator's; elsewhere a trace is shown to who asks for it
    logging.basicConfig(level=logging.WARNING if args.verbose or args.command == "serve" else logging.CRITICAL)
    try:
        settings = load_settings(store_url=args.store, host=args.host, port=args.port, reviewer=args.by)
        code: int = args.run(args, settings)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt as stop:
        return _fail(args, str(stop) or "interrupted", EXIT_INTERRUPTED)
    except BrokenPipeError:
        # the reader of our output is gone (`gcm query ... | head`): nothing is left to tell it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK
    except (GcmError, OSError) as error:
        return _fail(args, _plain(error), EXIT_FAILED)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a person gets one line, --verbose gets the trace
        return _fail(args, f"internal error, {type(error).__name__}: {error} (--verbose shows where)", EXIT_FAILED)


def _fail(args: argparse.Namespace, message: str, code: int) -> int:
    if args.verbose:
        traceback.print_exc()
    with suppress(BrokenPipeError):
        print(f"gcm {args.command}: {' '.join(message.split())}", file=sys.stderr)
    return code


def _plain(error: Exception) -> str:
    """What went wrong and where, without the number of the system's error."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)


def _report(args: argparse.Namespace, failure: "Failure") -> int:
    print(f"gcm {args.command}: {failure.path}: {failure.reason}", file=sys.stderr)
    return EXIT_FAILED


def parser() -> argparse.ArgumentParser:
    """The whole command line; the reference page of the commands is generated from it."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--store", metavar="URL", help="folder, memory: or http(s) address; default GCM_STORE_URL")
    common.add_argument("--verbose", action="store_true", help="show the trace of an error")
    top = argparse.ArgumentParser(prog="gcm", description="A knowledge graph of the Global Compact for Migration.")
    top.add_argument("--version", action="version", version=f"gcm {version('gcm-knowledge-graph')}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        sub = commands.add_parser(command.name, help=command.help, description=command.help, parents=[common])
        sub.set_defaults(run=command.run, host=None, port=None, by=None)
        for name, options in command.arguments:
            sub.add_argument(name, **options)
    return top


@contextmanager
def _opened(settings: Settings, *, write: bool) -> "Iterator[Store]":
    from graph.store import open_store

    store = open_store(settings, write=write)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def _viewed(args: argparse.Namespace, settings: Settings) -> "Iterator[View]":
    """The graph for reading; what it lacks after an interrupted load is told."""
    from graph.publish import is_current

    with _opened(settings, write=False) as store, store.view() as view:
        if not is_current(view):
            print(f"gcm {args.command}: {INCOMPLETE}", file=sys.stderr)
        yield view


def _load(args: argparse.Namespace, settings: Settings) -> int:
    from loaders.progress import progress, terminable
    from loaders.reading.intake import passed_over
    from loaders.run import load

    bars = progress("loading"), progress("facts")
    with terminable(), _opened(settings, write=True) as store, bars[0] as loading, bars[1] as deriving:
        run = load(args.paths, store, settings, loading, deriving)
    for failure in run.failures:
        _report(args, failure)
    print(f"{len(run.loaded)} loaded, {run.unchanged} unchanged, {len(run.failures)} not read")
    if others := passed_over(args.paths):
        kinds = ", ".join(f"{count} {ending or 'without ending'}" for ending, count in sorted(others.items()))
        print(f"passed over, as files of kinds that are not read: {kinds}")
    return EXIT_FAILED if run.failures else EXIT_OK


def _extract(args: argparse.Namespace, settings: Settings) -> int:
    from loaders.export import to_json, to_turtle

    def show(records: "DocumentRecords") -> None:
        print(json.dumps(to_json(records), ensure_ascii=False) if args.format == "jsonl" else to_turtle(records))

    return _read(args, settings, show)


def _read(args: argparse.Namespace, settings: Settings, use: "Callable[[DocumentRecords], None]") -> int:
    """Read documents one by one; those that cannot be read are reported, and the exit code tells."""
    from graph.records import Failure
    from loaders.progress import progress
    from loaders.run import extract

    code = EXIT_OK
    with progress("reading") as reading:
        for item in extract(args.paths, settings, reading):
            if isinstance(item, Failure):
                code = _report(args, item)
            else:
                use(item)
    return code


def _query(args: argparse.Namespace, settings: Settings) -> int:
    from graph.querying.media import BY_NAME

    text = sys.stdin.read() if args.file == "-" else Path(args.file).read_text(encoding="utf-8")
    with _viewed(args, settings) as view:
        sys.stdout.buffer.write(view.query(text, BY_NAME[args.format]).body)
    return EXIT_OK


def _serve(args: argparse.Namespace, settings: Settings) -> int:
    from graph.publish import ensure_reference
    from webapp.app import create_app
    from webapp.serve import serve

    with _opened(settings, write=True) as store:
        ensure_reference(store)
        serve(create_app(settings, store), settings, lambda url: print(f"Serving on {url}", flush=True))
    return EXIT_OK


def _dump(args: argparse.Namespace, settings: Settings) -> int:
    from graph.dump import dump

    with _viewed(args, settings) as view:
        sys.stdout.buffer.writelines(dump(view, args.format))
    return EXIT_OK


def _check(args: argparse.Namespace, settings: Settings) -> int:
    from graph.check import check

    with _viewed(args, settings) as view:
        findings = list(check(view))
    print(*findings, f"{len(findings)} findings", sep="\n")
    return EXIT_FAILED if findings else EXIT_OK


def _evaluate(args: argparse.Namespace, settings: Settings) -> int:
    from loaders.export import to_json
    from loaders.scoring.evaluate import evaluate, read_gold
    from loaders.scoring.score_table import table

    gold = read_gold(args.gold)
    read: list[dict[str, Any]] = []
    code = _read(args, settings, lambda records: read.append(to_json(records)))
    print(table(evaluate(gold, read)))
    return code


def _review(args: argparse.Namespace, settings: Settings) -> int:
    from graph.review_text import review_lines

    with _viewed(args, settings) as view:
        print(*review_lines(view, args.list, args.page, args.format), sep="\n")
    return EXIT_OK


def _decide(args: argparse.Namespace, settings: Settings) -> int:
    from graph.judge import decide

    more = {"other": args.other, "words": args.words, "note": args.note}
    return _write(settings, lambda store: [decide(store, args.verdict, args.thing, settings.reviewer, **more)])


def _take_back(args: argparse.Namespace, settings: Settings) -> int:
    from graph.judge import withdraw

    return _write(settings, lambda store: [withdraw(store, args.decision, settings.reviewer)])


def _restore(args: argparse.Namespace, settings: Settings) -> int:
    from graph.judge import restore

    return _write(settings, lambda store: restore(store, args.file.read_bytes()))


def _write(settings: Settings, act: "Callable[[Store], list[Decision]]") -> int:
    with _opened(settings, write=True) as store:
        for one in act(store):
            print(f"decision {one.id}{'' if one.active else ' is taken back'}")
    return EXIT_OK


def _status(args: argparse.Namespace, settings: Settings) -> int:
    from graph.iris import slug_of_document_graph

    with _viewed(args, settings) as view:
        graphs = view.graphs()
        documents = sum(slug_of_document_graph(graph) is not None for graph in graphs)
        print(f"store       {settings.store_url}")
        print(f"generation  {view.generation}")
        print(f"documents   {documents} in {len(graphs)} graphs")
    return EXIT_OK


PATHS: Argument = ("paths", {"nargs": "+", "type": Path, "metavar": "PATH", "help": "file or folder of documents"})
GOLD: Argument = ("gold", {"type": Path, "metavar": "GOLD", "help": "folder of annotations, one JSON file a document"})
QUERY: Argument = ("file", {"metavar": "FILE", "help": "file with a SPARQL query, or - for standard input"})
HOST: Argument = ("--host", {"help": "address to listen on; default GCM_HOST"})
PORT: Argument = ("--port", {"type": int, "help": "port to listen on, 0 for a free one; default GCM_PORT"})
LISTS = ("entities", "links", "claims", "decisions")
LIST: Argument = ("list", {"nargs": "?", "choices": LISTS, "default": LISTS[0], "help": "default entities"})
PAGE: Argument = ("--page", {"type": int, "default": 1, "help": "page of the list for people; default 1"})
VERDICT: Argument = ("verdict", {"choices": ("same", "notSame", "new", "wrongClaim"), "help": "your judgement"})
THING: Argument = ("thing", {"help": "path of an entity, claim/..., or the slug of a document with --words"})
OTHER: Argument = ("other", {"nargs": "?", "help": "path of the entity that it is, or is not, the same as"})
WORDS: Argument = ("--words", {"default": "", "help": "judge these words of a document, which are linked to OTHER"})
NOTE: Argument = ("--note", {"default": "", "help": "why, for others to read"})
BY: Argument = ("--by", {"help": "who decides; default GCM_REVIEWER, and one of them is needed"})
DECISION: Argument = ("decision", {"metavar": "DECISION", "help": "its name, or the first eight digits of it"})
DUMP: Argument = ("file", {"type": Path, "metavar": "FILE", "help": "dump of a store, in N-Quads"})


def _format(*choices: str) -> Argument:
    told = f"form of what is printed; default {choices[0]}"
    return "--format", {"choices": choices, "default": choices[0], "help": told}


COMMANDS = (
    Command("load", "Load documents into the graph; unchanged files are skipped.", _load, (PATHS,)),
    Command("extract", "Print what documents say; writes nothing.", _extract, (PATHS, _format("jsonl", "ttl"))),
    Command("serve", "Serve the graph: pages, SPARQL and linked data.", _serve, (HOST, PORT)),
    Command("query", "Answer a SPARQL query from the store.", _query, (QUERY, _format("csv", "tsv", "json", "xml"))),
    Command("dump", "Print the whole graph; the same graph gives the same bytes.", _dump, (_format("nq", "trig"),)),
    Command("check", "Check the graph against the shapes and its own rules.", _check),
    Command("evaluate", "Compare what is read with annotations made by hand.", _evaluate, (GOLD, PATHS)),
    Command("review", "List what people should look at.", _review, (LIST, PAGE, _format("text", "jsonl"))),
    Command("decide", "Take a decision in review.", _decide, (VERDICT, THING, OTHER, WORDS, NOTE, BY)),
    Command("take-back", "Take a decision back; it stays on record.", _take_back, (DECISION, BY)),
    Command("restore", "Bring the decisions of a dump into the store.", _restore, (DUMP,)),
    Command("status", "Say what the store holds.", _status),
)

if __name__ == "__main__":
    sys.exit(main())
