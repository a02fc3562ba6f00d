"""One run over a page: the world it runs in, and what it has to say."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from jinja2 import nodes

from sgdocs.checking.findings import Finding
from sgdocs.checking.language.state import Binding, Ref, State, Value
from sgdocs.checking.language.world import World
from sgdocs.checking.places.pages import Page
from sgdocs.checking.types.alternatives import Type

__all__ = ["Frame", "Run"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A macro call or include under way: what is run, and from which line of which text."""

    name: str
    unit: Page
    line: int
    macro: bool = False


@dataclass(slots=True)
class Run:
    """Everything that stays the same, or only grows, while a page is run."""

    world: World
    page: Page
    load: Callable[[str], Page | None]
    root: Type
    evaluator: "Callable[[Run, nodes.Node, State], Value]"
    assumer: "Callable[..., State | None]"
    executor: "Callable[[Run, list[nodes.Node], State], State]"
    unit: Page = field(init=False)
    found: list[Finding] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    bases: dict[int, Type] = field(default_factory=dict)
    ended: dict[str, str] = field(default_factory=dict)
    later: Mapping[str, int] = field(default_factory=dict)
    keys: dict[int, dict[str, int]] = field(default_factory=dict)
    lost: frozenset[int] = frozenset()
    taken: frozenset[str] = frozenset()
    seen: set[str] = field(default_factory=set)
    calls: int = 0
    spaces: set[int] = field(default_factory=set)
    macros: list[tuple[object, State]] = field(default_factory=list)
    _doubts: dict[tuple[object, ...], Finding | None] = field(default_factory=dict)
    _once: set[tuple[object, ...]] = field(default_factory=set)
    _asking: int = 0

    def __post_init__(self) -> None:
        self.unit = self.page
        self.bases[0] = self.root

    def evaluate(self, node: nodes.Node, state: State) -> Value:
        """Work out what an expression gives, and say what is wrong with it."""
        return self.evaluator(self, node, state)

    def assume(self, node: nodes.Node, state: State, *, holds: bool = True) -> State | None:
        """Give what is known where a test holds or fails; nothing where it cannot."""
        return self.assumer(self, node, state, holds=holds)

    def execute(self, body: list[nodes.Node], state: State) -> State:
        """Run statements."""
        return self.executor(self, body, state)

    def known(self, number: int, state: State) -> Type:
        """Give what is known of a binding."""
        return state.types[number] if number in state.types else self.bases[number]

    def bound(
        self, known: Type, where: str = "", kind: str = "set", *, soft: bool = False
    ) -> Binding:
        """Make a new binding of a type."""
        number = len(self.bases)
        self.bases[number] = known
        return Binding(Ref(number), where, kind, soft)

    def say(self, rule: str, line: int, message: str, path: str = "", suggestion: str = "") -> None:
        """Note a finding at a line of the text being run; in a macro once, however often called."""
        if self.frames:
            key = (self.unit.file, line, rule, path.rpartition(".")[2])
            if key in self._once:
                return
            self._once.add(key)
        self.found.append(self._finding(rule, line, message, path, suggestion))

    def say_unknown(self, line: int, name: str, what: tuple[str, str, str]) -> None:
        """Note an unknown field; a macro may ask for one that only some callers’ objects have."""
        if self._asking and any(frame.macro for frame in self.frames):
            self.doubt((self.unit.file, line, name), "unknown-field", (line, *what))
        else:
            self.say("unknown-field", line, *what)

    def known_field(self, line: int, name: str) -> None:
        """Remember that a field was there."""
        if self.frames:
            self.doubt((self.unit.file, line, name), "unknown-field", None)

    @property
    def is_asking(self) -> bool:
        """Say whether a question is being worked out."""
        return self._asking > 0

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Work out a question, which may be asked of what is not there."""
        self._asking += 1
        try:
            yield
        finally:
            self._asking -= 1

    def say_at_call(self, rule: str, message: str, path: str = "") -> None:
        """Note a finding at the call of the macro being run."""
        frame = self.frames[-1]
        unit, frames = self.unit, self.frames
        self.unit, self.frames = frame.unit, frames[:-1]
        self.say(rule, frame.line, message, path)
        self.unit, self.frames = unit, frames

    def doubt(self, node: object, rule: str, finding: tuple[int, str, str, str] | None) -> None:
        """Note what is wrong only if it is wrong each time the place is run."""
        key = (node if isinstance(node, tuple) else id(node), rule)
        if finding is None:
            self._doubts[key] = None
        elif self._doubts.get(key, self) is not None:
            self._doubts[key] = self._finding(rule, *finding)

    def findings(self) -> list[Finding]:
        """Give all that was found."""
        return [*self.found, *(doubt for doubt in self._doubts.values() if doubt)]

    @property
    def said(self) -> int:
        """Count what was found so far."""
        return len(self.found) + sum(1 for doubt in self._doubts.values() if doubt)

    @contextmanager
    def inside(self, frame: Frame, unit: Page) -> Iterator[None]:
        """Run another text, or a macro, from here."""
        before = self.unit
        self.frames.append(frame)
        self.unit = unit
        try:
            yield
        finally:
            self.unit = before
            self.frames.pop()

    def _finding(self, rule: str, line: int, message: str, path: str, suggestion: str) -> Finding:
        outer = self.page.spot(self._outer_line(line))
        inner = self.unit.spot(line)
        elsewhere = self.unit is not self.page
        return Finding(
            rule,
            "error",
            self.page.file,
            outer.part,
            outer.heading,
            outer.table_row,
            inner.line,
            inner.text,
            path,
            message + self._calls(),
            suggestion,
            self.unit.file if elsewhere else "",
        )

    def _outer_line(self, line: int) -> int:
        if self.unit is self.page:
            return line
        outer = [frame.line for frame in self.frames if frame.unit is self.page]
        return outer[-1] if outer else 0

    def _calls(self) -> str:
        """Say by which macros and includes the place was reached."""
        steps = []
        for frame in reversed(self.frames):
            what = "macro" if frame.macro else "file"
            line = frame.unit.spot(frame.line).line
            steps.append(f"in the {what} {frame.name}, used in line {line} of {frame.unit.file}")
        return f" ({'; '.join(steps)})" if steps else ""
