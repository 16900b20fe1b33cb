"""A pool of worker processes that evaluate the queries users wrote, each within its limits.

A calling thread takes a worker, waits for its answer and gives it back; there is no thread of the pool's own.
A query that is not done after `PATIENCE` needs one of as many slots as there are cores, or it ends with QueryBusy,
so that short queries always find a worker and a core. At its deadline the worker is killed: nothing else stops it.
"""

import os
import select
import signal
import threading
import time
from collections import defaultdict
from contextlib import suppress

from graph.errors import QueryBusy, QueryError, QueryRefused, QueryTimeout, QueryTooLarge, StoreError
from graph.generation import Generation
from graph.querying import wire
from graph.querying.nursery import Worker, Zygote
from graph.querying.syntax import syntax_error
from graph.querying.wire import Reply, Request, Status
from ontology.settings import Settings

PATIENCE = 0.2
_START_SECONDS = 20.0
_LONG_NICENESS = 15


class Member:
    """A worker that reads one generation."""

    def __init__(self, worker: Worker, generation: Generation) -> None:
        self.worker, self.generation = worker, generation
        self.greeted = False
        self._poll = select.poll()
        self._poll.register(worker.peer, select.POLLIN)

    @property
    def dead(self) -> bool:
        """Whether it ended while it was idle: nothing but its end can be heard from it then."""
        return self.greeted and self.wait(0)

    def wait(self, seconds: float) -> bool:
        """Whether the worker has something to say, or died, within so many seconds."""
        return bool(self._poll.poll(max(0.0, seconds) * 1000))


class Pool:
    """Workers for the generations of one store. All methods may be called from any thread."""

    def __init__(self, settings: Settings) -> None:
        self._size = max(1, settings.query_workers)
        self._seconds = settings.query_seconds
        self._memory_mb = settings.query_memory_mb
        self._slots = threading.BoundedSemaphore(max(1, min(os.cpu_count() or 1, self._size)))
        self._changed = threading.Condition()
        self._idle: dict[str, list[Member]] = defaultdict(list)
        self._count = 0
        self._latest = ""
        self._closed = False
        self._zygote: Zygote | None = None

    def evaluate(self, generation: Generation, request: Request) -> Reply:
        """The answer of a worker: solutions, boolean or graph.

        Raises QuerySyntaxError, QueryTimeout, QueryTooLarge, QueryBusy, QueryRefused or QueryError.
        """
        member = self._take(generation)
        usable = False
        try:
            self._greet(member)
            wire.send_request(member.worker.peer, request)
            long = not member.wait(min(PATIENCE, self._seconds))
            reply = self._wait_long(member) if long else self._receive(member, self._seconds)
            usable = not (long or reply.worn)
        except (wire.Hangup, ConnectionError) as error:
            status = self._end(member, died=True)
            raise _death(status) from error
        except BaseException:
            self._end(member)
            raise
        self._give_back(member, usable)
        return _checked(reply)

    def forget(self, latest: str) -> None:
        """End the idle workers of every generation but the latest; the others end when they have answered."""
        if latest == self._latest:
            return
        with self._changed:
            self._latest = latest
            stale = [member for name in list(self._idle) if name != latest for member in self._idle.pop(name)]
        for member in stale:
            self._end(member)

    def warm(self, generation: Generation) -> None:
        """Have workers opened on a generation before it is asked, if any were ever needed."""
        if self._zygote is None:
            return
        for _ in range(min(self._size, os.cpu_count() or 1)):
            with self._changed:
                if self._closed or self._count >= self._size:
                    return
                self._count += 1
            self._give_back(self._spawn(generation), usable=True)

    def close(self) -> None:
        """End all workers, those that are answering too."""
        with self._changed:
            self._closed = True
            idle = [member for name in list(self._idle) for member in self._idle.pop(name)]
            self._changed.notify_all()
        for member in idle:
            self._end(member)
        with self._changed:
            zygote, self._zygote = self._zygote, None
        if zygote is not None:
            zygote.close()

    def _take(self, generation: Generation) -> Member:
        """An idle worker of the generation, or a new one; waits for one as long as a query may run."""
        limit = time.monotonic() + self._seconds
        with self._changed:
            while True:
                if self._closed:
                    raise StoreError("the store is closed")
                if self._idle[generation.name]:
                    member = self._idle[generation.name].pop()
                    if not member.dead:
                        return member
                    replaced: Member | None = member
                    self._count += 1
                    break
                other = next((members for members in self._idle.values() if members), None)
                if other or self._count < self._size:
                    self._count += 1
                    replaced = other.pop() if other and self._count > self._size else None
                    break
                if not self._changed.wait(limit - time.monotonic()):
                    raise QueryBusy("all query workers are busy")
        if replaced:
            self._end(replaced)
        return self._spawn(generation)

    def _spawn(self, generation: Generation) -> Member:
        """A new worker, which was already counted."""
        pinned = False
        try:
            folder = generation.folder()
            pinned = generation.pin()
            if not pinned:
                raise StoreError("this state of the store is gone")
            return Member(self._living_zygote().fork(folder, self._memory_mb), generation)
        except BaseException:
            self._uncount()
            if pinned:
                generation.release()
            raise

    def _living_zygote(self) -> Zygote:
        with self._changed:
            if self._closed:
                raise StoreError("the store is closed")
            if self._zygote is not None and not self._zygote.alive:
                self._zygote.close()
                self._zygote = None
            if self._zygote is None:
                self._zygote = Zygote()
            return self._zygote

    def _greet(self, member: Member) -> None:
        """Wait until a new worker has opened its generation."""
        if not member.greeted:
            if not member.wait(_START_SECONDS):
                raise StoreError("a query worker did not start")
            self._receive(member, _START_SECONDS)
            member.greeted = True

    def _wait_long(self, member: Member) -> Reply:
        """The answer to a query that takes long, if there is a slot for one more."""
        if not self._slots.acquire(blocking=False):
            raise QueryBusy("the service is busy with long queries; this one would be long too")
        try:
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, member.worker.pid, _LONG_NICENESS)
            if not member.wait(self._seconds - PATIENCE):
                raise self._timeout()
            return self._receive(member, self._seconds)
        finally:
            self._slots.release()

    def _receive(self, member: Member, seconds: float) -> Reply:
        member.worker.peer.settimeout(seconds)
        try:
            return wire.receive_reply(member.worker.peer)
        except TimeoutError as error:
            raise self._timeout() from error

    def _timeout(self) -> QueryTimeout:
        return QueryTimeout(f"the query was ended after {self._seconds:g} seconds")

    def _give_back(self, member: Member, usable: bool) -> None:
        with self._changed:
            if usable and not self._closed and member.generation.name == (self._latest or member.generation.name):
                self._idle[member.generation.name].append(member)
                self._changed.notify()
                return
        self._end(member)

    def _end(self, member: Member, died: bool = False) -> int | None:
        """Kill a worker that was taken or idle, and free its place; how it ended, if it died by itself."""
        status = member.worker.zygote.end(member.worker, died)
        member.generation.release()
        self._uncount()
        return status

    def _uncount(self) -> None:
        with self._changed:
            self._count -= 1
            self._changed.notify()


def _death(status: int | None) -> QueryError:
    """What the end of a worker tells about its query: how the kernel or the allocator ended it."""
    ended = os.WTERMSIG(status) if status is not None and os.WIFSIGNALED(status) else None
    if ended in (signal.SIGABRT, signal.SIGKILL):
        return QueryTooLarge("the query needed more memory than it may use")
    if ended in (signal.SIGSEGV, signal.SIGBUS):
        return QueryRefused("the query is nested too deep to evaluate")
    if ended == signal.SIGXCPU:
        return QueryTimeout("the query used more processor time than it may")
    return QueryError("the query could not be evaluated")


def _checked(reply: Reply) -> Reply:
    """The reply if it is an answer; else its error."""
    message = reply.body.decode("utf-8", "replace") if reply.status not in wire.KINDS else ""
    match reply.status:
        case Status.SYNTAX:
            raise syntax_error(message)
        case Status.TOO_LARGE:
            raise QueryTooLarge("the answer is larger than an answer may be; ask for less, or use LIMIT")
        case Status.FAILED:
            raise QueryError(f"the query failed: {' '.join(message.split())[:200]}")
        case _:
            return reply
