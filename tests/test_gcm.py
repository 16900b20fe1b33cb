"""The command as a person meets it: exit codes, one plain line for an error, clean ends."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

import gcm
from tests.conftest import ROOT, SAMPLES

SAMPLE = SAMPLES / "road-to-imrf-2022.md"
COMMANDS = [command.name for command in gcm.COMMANDS]


@pytest.fixture
def store(tmp_path: Path) -> list[str]:
    """Arguments that name a store of its own."""
    return ["--store", str(tmp_path / "store")]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """An empty folder for documents."""
    folder = tmp_path / "texts"
    folder.mkdir()
    return folder


def one_line(text: str) -> str:
    """The only line of what was said on standard error."""
    assert "Traceback" not in text
    lines = text.splitlines()
    assert len(lines) == 1, text
    return lines[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`gcm COMMAND --help` ends well and says how it is used."""
    with pytest.raises(SystemExit, match=r"^0$"):
        gcm.main([name, "--help"])
    assert f"usage: gcm {name}" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["fly"], ["load"], ["query"], ["extract", "--format", "docx", "a.md"]])
def test_a_wrong_call_is_a_usage_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and a usage line."""
    with pytest.raises(SystemExit, match=r"^2$"):
        gcm.main(arguments)
    assert "usage: gcm" in capsys.readouterr().err


def test_loading_twice_loads_once(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Unchanged files are skipped, and that is success."""
    assert gcm.main(["load", *store, str(SAMPLE)]) == 0
    assert capsys.readouterr().out == "1 loaded, 0 unchanged, 0 not read\n"
    assert gcm.main(["load", *store, str(SAMPLE)]) == 0
    assert capsys.readouterr().out == "0 loaded, 1 unchanged, 0 not read\n"


def test_no_bar_is_drawn_where_nobody_looks(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Standard error that is not a terminal stays empty on success."""
    gcm.main(["load", *store, str(SAMPLE)])
    assert capsys.readouterr().err == ""


def test_bad_files_are_named_and_the_others_go_in(
    store: list[str], texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Empty and binary files are reported by name, each in one line; the good one is loaded; the exit code tells."""
    (texts / "empty.txt").write_bytes(b"")
    (texts / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (texts / "good.md").write_bytes(SAMPLE.read_bytes())
    assert gcm.main(["load", *store, str(texts)]) == 1
    said = capsys.readouterr()
    assert said.out == "1 loaded, 0 unchanged, 2 not read\n"
    lines = said.err.splitlines()
    assert len(lines) == 2
    assert "empty.txt" in said.err
    assert "binary.txt" in said.err


def test_a_path_that_is_not_there_is_named(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is loaded from nowhere, and the path is in the message."""
    assert gcm.main(["load", *store, "nowhere/at-all.md"]) == 1
    assert "nowhere/at-all.md" in one_line(capsys.readouterr().err)


def test_extract_prints_a_line_a_document(capsys: pytest.CaptureFixture[str]) -> None:
    """Each line is JSON, and every quote stands in the document at its offsets."""
    assert gcm.main(["extract", str(SAMPLE)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    read = json.loads(lines[0])
    text = SAMPLE.read_text(encoding="utf-8")
    assert read["doc"] == SAMPLE.stem
    assert read["relations"]
    assert [r for r in read["relations"] if text[r["start"] : r["end"]] != r["evidence"]] == []


def test_extract_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No store appears."""
    assert gcm.main(["extract", "--store", str(tmp_path / "store"), "--format", "ttl", str(SAMPLE)]) == 0
    assert "gcm:Claim" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_a_query_from_standard_input_is_answered(
    store: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`-` reads the query, CSV comes out."""
    gcm.main(["load", *store, str(SAMPLE)])
    capsys.readouterr()
    query = (
        "PREFIX gcm: <https://w3id.org/gcm-kg/ontology#> SELECT (COUNT(*) AS ?documents) WHERE { ?d a gcm:Document }"
    )
    monkeypatch.setattr(sys, "stdin", io.StringIO(query))
    assert gcm.main(["query", *store, "-"]) == 0
    assert list(csv.reader(io.StringIO(capsys.readouterr().out))) == [["documents"], ["1"]]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELEC ?s WHERE { ?s ?p ?o }", "1"),
        ("DROP ALL", ""),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", ""),
    ],
)
def test_a_query_that_cannot_be_answered_is_one_line(
    query: str, said: str, store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Malformed, changing and calling queries are refused with a reason."""
    gcm.main(["load", *store, str(SAMPLE)])
    capsys.readouterr()
    path = tmp_path / "query.rq"
    path.write_text(query, encoding="utf-8")
    assert gcm.main(["query", *store, str(path)]) == 1
    line = one_line(capsys.readouterr().err)
    assert line.startswith("gcm query: ")
    assert said in line


def test_an_error_is_one_line_and_a_trace_is_for_who_asks(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --verbose one plain line, with it the trace too."""
    assert gcm.main(["query", "no-such-file.rq"]) == 1
    assert "no-such-file.rq" in one_line(capsys.readouterr().err)
    assert gcm.main(["query", "--verbose", "no-such-file.rq"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_what_no_server_answers_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """A remote store that is not there gives one line."""
    assert gcm.main(["status", "--store", "http://127.0.0.1:9/"]) == 1
    assert one_line(capsys.readouterr().err).startswith("gcm status: ")


def test_check_finds_nothing_wrong_with_what_was_loaded(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What the loader writes satisfies shapes and invariants."""
    gcm.main(["load", *store, str(SAMPLE)])
    assert gcm.main(["check", *store]) == 0, capsys.readouterr().out


def test_a_dump_is_the_same_twice(store: list[str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Two dumps of one state are equal byte for byte."""
    gcm.main(["load", *store, str(SAMPLE)])
    capsysbinary.readouterr()
    dumps = []
    for _ in range(2):
        assert gcm.main(["dump", *store]) == 0
        dumps.append(capsysbinary.readouterr().out)
    assert dumps[0] == dumps[1] != b""


def test_status_counts_documents(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """How many documents are in the store."""
    gcm.main(["load", *store, str(SAMPLE)])
    capsys.readouterr()
    assert gcm.main(["status", *store]) == 0
    assert "documents   1 in" in capsys.readouterr().out


def test_evaluate_of_itself_is_perfect(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was read, taken as gold, gives 1.000 everywhere."""
    gcm.main(["extract", str(SAMPLE)])
    (tmp_path / "gold.json").write_text(capsys.readouterr().out, encoding="utf-8")
    assert gcm.main(["evaluate", str(tmp_path), str(SAMPLE)]) == 0
    row = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("all relations"))
    assert [cell for cell in row.split() if cell.count(".") == 1] == ["1.000"] * 3


def test_a_reader_that_goes_away_is_no_error(store: list[str]) -> None:
    """`gcm dump | head` ends quietly."""
    gcm.main(["load", *store, str(SAMPLE)])
    with subprocess.Popen(
        [sys.executable, str(ROOT / "gcm.py"), "dump", *store], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.server
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serving_ends_quietly_when_asked(number: signal.Signals, tmp_path: Path) -> None:
    """Ctrl-C and a termination end the server with code 0 and without a trace."""
    environment = {**os.environ, "GCM_STORE_URL": str(tmp_path / "store")}
    with subprocess.Popen(
        [sys.executable, str(ROOT / "gcm.py"), "serve", "--port", "0"],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith("Serving on http://127.0.0.1:")
        process.send_signal(number)
        assert process.stderr.read() == ""
        assert process.wait() == 0


@pytest.mark.server
def test_the_served_graph_answers_over_http(service: str) -> None:
    """The address the command prints answers a query at /sparql."""
    query = "query=ASK%20%7B%20GRAPH%20%3Fg%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20%7D"
    request = urllib.request.Request(f"{service}/sparql?{query}", headers={"Accept": "application/sparql-results+json"})
    with urllib.request.urlopen(request) as answer:
        assert json.load(answer)["boolean"] is True


@pytest.mark.server
def test_a_served_store_is_locked_for_loading(tmp_path: Path) -> None:
    """While one process owns the store, another is told so in one line."""
    environment = {**os.environ, "GCM_STORE_URL": str(tmp_path / "store")}
    command = [sys.executable, str(ROOT / "gcm.py")]
    with subprocess.Popen(
        [*command, "serve", "--port", "0"], env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        assert server.stdout.readline()
        second = subprocess.run(
            [*command, "load", str(SAMPLE)], env=environment, capture_output=True, text=True, check=False
        )
        reading = subprocess.run([*command, "status"], env=environment, capture_output=True, text=True, check=False)
        server.terminate()
    assert second.returncode == 1
    assert one_line(second.stderr).startswith("gcm load: ")
    assert reading.returncode == 0, reading.stderr


def test_a_person_reviews_decides_and_takes_back(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The list gives what to type; a decision is told by its name, shown, and taken back by eight digits of it."""
    assert gcm.main(["load", *store, str(SAMPLES)]) == 0
    capsys.readouterr()
    assert gcm.main(["review", *store, "--format", "jsonl"]) == 0
    listed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert gcm.main(["decide", *store, "new", listed[0]["judge"], "--by", "Ana", "--note", "It exists."]) == 0
    decision = capsys.readouterr().out.split()[1]
    assert gcm.main(["review", *store, "--format", "jsonl"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(listed) - 1
    assert gcm.main(["take-back", *store, decision[:8], "--by", "Eve"]) == 0
    capsys.readouterr()
    assert gcm.main(["review", *store, "decisions"]) == 0
    shown = capsys.readouterr().out
    assert "by Ana" in shown
    assert "It exists." in shown
    assert "taken back by Eve" in shown
    assert gcm.main(["check", *store]) == 0


def test_who_decides_comes_from_the_setting_and_is_needed(
    store: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a name there is no decision; the option goes before the setting."""
    assert gcm.main(["load", *store, str(SAMPLES)]) == 0
    assert gcm.main(["review", *store, "--format", "jsonl"]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[1])["judge"]
    assert gcm.main(["decide", *store, "new", first]) == 1
    assert "no name is given" in one_line(capsys.readouterr().err)
    monkeypatch.setenv("GCM_REVIEWER", "Bo")
    assert gcm.main(["decide", *store, "new", first]) == 0
    assert gcm.main(["review", *store, "decisions"]) == 0
    assert "by Bo" in capsys.readouterr().out
    assert gcm.main(["decide", *store, "new", first, "--by", "Ana"]) == 1
    assert "decided by Bo" in one_line(capsys.readouterr().err)


def test_no_decision_beside_another_owner(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A store has one writer; the command says so in one line."""
    folder = tmp_path / "owned"
    with gcm._opened(gcm.load_settings(store_url=str(folder)), write=True):
        assert gcm.main(["decide", "--store", str(folder), "new", "event/x", "--by", "Ana"]) == 1
    assert "already open" in one_line(capsys.readouterr().err)
