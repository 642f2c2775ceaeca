"""Work shared out over processes that go on in step, by fork where there is fork, else all of it in this one.

What a process does is a generator: it yields what it has found and is sent what all have found. The same content gives
the same bytes, however many there are.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import traceback
import warnings
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO

from .problems import BuildFailed, Problem
from .records import Share

Work = Generator[Any, Any, None]
_FEW = 250
"records below which one process is as quick as two"


_parent: list[int] = []
"of a process that was forked here: the process that did"


def is_orphan() -> bool:
    """Return whether this process was forked and who forked it is gone: what it still does is for nobody."""
    return bool(_parent) and os.getppid() != _parent[-1]


def hands(records: int) -> int:
    """Return over how many processes the work on so many `records` is best shared out on this machine."""
    if records < _FEW or not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class LostShare(RuntimeError):
    """A share of the work was not done, and no editor can mend why: a process was killed, or ours is the mistake."""


class Crew:
    """So many processes that each do their share of `work`."""

    def __init__(self, work: Callable[[Share], Work], size: int) -> None:
        gc.freeze()  # what is there already need not be looked through, nor copied, by any of them
        forked: list[_Forked] = []
        for number in range(1, size):
            forked.append(_forked(work, Share(number, size), forked))
        self.members: list[_Here | _Forked] = [_Here(work(Share(0, size))), *forked]

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for member in self.members:
            member.dismiss()
        gc.unfreeze()

    def next(self, message: object = None) -> list[Any]:
        """Send all of them a `message` and return what each of them yields next; raises what one of them raises."""
        for member in self.members:
            member.send(message)
        return [member.receive() for member in self.members]


class _Here:
    """The member of a crew that works in this process, once the others have their orders."""

    def __init__(self, work: Work) -> None:
        self._work, self._message = work, None

    def send(self, message: Any) -> None:
        self._message = message

    def receive(self) -> Any:
        return self._work.send(self._message)

    def dismiss(self) -> None:
        self._work.close()


@dataclass(frozen=True)
class _Forked:
    """A member of a crew that works in a process of its own."""

    pid: int
    orders: BinaryIO
    answers: BinaryIO

    def send(self, message: object) -> None:
        with suppress(BrokenPipeError):  # it has ended: what it answered last says why
            pickle.dump(message, self.orders, pickle.HIGHEST_PROTOCOL)
            self.orders.flush()

    def receive(self) -> Any:
        try:
            value, problems = pickle.load(self.answers)
        except EOFError:
            raise LostShare("a process ended before its share of the work was done; build again") from None
        if problems:
            raise BuildFailed(problems)
        return value

    def dismiss(self) -> None:
        with suppress(BrokenPipeError):  # what was left to say to one that has ended
            self.orders.close()
        self.answers.close()
        os.waitpid(self.pid, 0)


def _forked(work: Callable[[Share], Work], share: Share, others: Sequence[_Forked]) -> _Forked:
    (its_orders, orders), (answers, its_answers) = os.pipe(), os.pipe()
    with warnings.catch_warnings():
        # From Python 3.12 on there is a warning where threads run: what is forked here waits for none of them.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid:
        os.close(its_orders)
        os.close(its_answers)
        return _Forked(pid, os.fdopen(orders, "wb"), os.fdopen(answers, "rb"))
    _parent.append(os.getppid())
    for end in (orders, answers):
        os.close(end)
    for other in others:
        other.orders.close()
        other.answers.close()
    try:
        _obey(work(share), os.fdopen(its_orders, "rb"), os.fdopen(its_answers, "wb"))
    finally:  # what comes after the fork is for the process that called, whatever has happened here
        if sys.exc_info()[0]:
            traceback.print_exc()
        os._exit(0)


def _obey(work: Work, orders: BinaryIO, answers: BinaryIO) -> None:
    """Go on with `work` as often as there is an order; end when who gave them is gone, or the work is done."""
    with suppress(EOFError, BrokenPipeError, KeyboardInterrupt, StopIteration):
        while True:
            message = pickle.load(orders)
            pickle.dump(_step(work, message), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()


def _step(work: Work, message: object) -> tuple[Any, tuple[Problem, ...]]:
    """What the work yields next, or what has failed."""
    try:
        return work.send(message), ()
    except BuildFailed as failed:
        return None, failed.problems
