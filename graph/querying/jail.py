"""What a query worker may not do: use much memory, open connections, start programs, outlive its parent.

Everything here is best effort by design: where the system offers less (no Linux, another processor), the lexical
guard and the deadline still stand.
"""

import ctypes
import os
import platform
import resource
import signal
import struct
import sys
from contextlib import suppress
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_SET_MODE_FILTER = 1
_TSYNC = 1  # all threads, those of the store engine too

_LOAD_WORD, _JUMP_EQUAL, _JUMP_GREATER_OR_EQUAL, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _DENY, _KILL = 0x7FFF0000, 0x00050001, 0x80000000  # _DENY: the call fails with EPERM
_X32_BIT = 0x40000000

_ARCHITECTURES = {
    # audit number, seccomp(2), and: socket, connect, bind, execve, execveat, ptrace, io_uring_setup
    "x86_64": (0xC000003E, 317, (41, 42, 49, 59, 322, 101, 425)),
    "aarch64": (0xC00000B7, 277, (198, 203, 200, 221, 281, 117, 425)),
}


def die_with_parent(parent: int) -> None:
    """Be killed when the process that forked this one ends; only for a parent that forks from its one thread.

    The signal comes when the forking *thread* ends, so a pool that forks from short-lived threads kills its workers.
    """
    if sys.platform == "linux":
        _libc().prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(0)


def forbid_calls() -> bool:
    """Make sockets, connections and new programs fail in this process for good; False where that cannot be done."""
    known = _ARCHITECTURES.get(platform.machine())
    if sys.platform != "linux" or known is None:
        return False
    audit, seccomp, denied = known
    program = _filter(audit, denied)
    code = ctypes.create_string_buffer(program)
    # struct sock_fprog: number of instructions, then a pointer to them
    loaded = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    libc = _libc()
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.syscall(seccomp, _SET_MODE_FILTER, _TSYNC, ctypes.create_string_buffer(loaded)) == 0)


def _filter(audit: int, denied: tuple[int, ...]) -> bytes:
    """A classic BPF program over `struct seccomp_data` (seccomp(2)): number at offset 0, architecture at 4."""
    steps = [
        (_LOAD_WORD, 0, 0, 4),
        (_JUMP_EQUAL, 1, 0, audit),
        (_RETURN, 0, 0, _KILL),
        (_LOAD_WORD, 0, 0, 0),
        (_JUMP_GREATER_OR_EQUAL, len(denied) + 1, 0, _X32_BIT),
    ]
    for index, number in enumerate(denied):
        steps.append((_JUMP_EQUAL, len(denied) - index, 0, number))
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _DENY)]
    return b"".join(struct.pack("HBBI", *step) for step in steps)


def be_first_to_go() -> None:
    """Ask the kernel to end this process before any other when memory runs out; write no core file."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_memory(mebibytes: int) -> None:
    """Let the address space grow by so much from what it is now; past it the allocator aborts the process."""
    with suppress(OSError, ValueError):
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        limit = pages * resource.getpagesize() + mebibytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def limit_seconds(seconds: float) -> None:
    """End this process after so much more processor time: the net below the deadline that the pool keeps."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + seconds) + 2
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
