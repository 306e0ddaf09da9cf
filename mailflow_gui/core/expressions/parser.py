"""From tokens to the tree of an expression, with all problems that can be told without a message. Pure, any thread.

either     = both { ("or" | "||") both }
both       = condition { ("and" | "&&") condition }
condition  = ("not" | "!") condition | "(" either ")" | value [ operator value ]
value      = field | "${" field "}" | text | number | date | function "(" [ value { "," value } ] ")"
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from mailflow_gui.core.expressions.comparing import Mismatch, compared
from mailflow_gui.core.expressions.cursor import JOINT, OPERATOR, RIGHT, START, VALUE, WORD, Cursor, Reading, Stop
from mailflow_gui.core.expressions.functions import FUNCTIONS, find_function
from mailflow_gui.core.expressions.lexer import (
    DATE,
    END,
    FIELD,
    MAX_LENGTH,
    NAME,
    NUMBER,
    TEXT,
    Token,
    pattern_of,
)
from mailflow_gui.core.expressions.nodes import (
    CONDITION,
    DATE_LITERAL,
    FLAG,
    NOTHING,
    NUMBER_LITERAL,
    Call,
    Comparison,
    Condition,
    FieldRead,
    Function,
    Items,
    Joined,
    Literal,
    Not,
    Value,
)
from mailflow_gui.core.expressions.operations import Operation, read_operation
from mailflow_gui.core.expressions.problems import problem_at
from mailflow_gui.core.expressions.references import kind_of, name_problem, path_of, reference_problem
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.paths import shown
from mailflow_gui.core.shapes import TEXT as TEXT_KIND

_EXAMPLE = later('for example subject contains "offer"')


def read(text: str, known: Collection[str] | None = None) -> Reading:
    """The tree of an expression. With `known`, only these paths and the fields of a message may be read."""
    if len(text) > MAX_LENGTH:
        words = tr("The expression is longer than {max_length} characters. Use several filters.", max_length=MAX_LENGTH)
        return Reading(problems=[problem_at(text, MAX_LENGTH, len(text), words)])
    parser = _Parser(text, known)
    try:
        parser.reading.root = parser.whole()
    except Stop:
        pass
    parser.reading.problems.sort()
    if parser.reading.problems:
        parser.reading.root = None
    return parser.reading


class _Parser(Cursor):
    """Reads from left to right; a problem of a single value is noted, one of the structure ends the reading."""

    def whole(self) -> Condition:
        if self.token.kind == END:
            self.want(START)
            self.want(VALUE)
            raise self.stop(self.token, tr("Write a condition, {example}.", example=tr(_EXAMPLE)))
        root = self._either(0)
        if self.token.kind != END:
            raise self.stop(self.token, self._left_over())
        return root

    def _left_over(self) -> str:
        token = self.token
        if token.is_sign(")"):
            return tr("This “)” has no “(” before it.")
        if token.is_sign(","):
            return tr("A comma stands only between the values of a function, or of a list after “in”.")
        return tr("Write “and” or “or” between two conditions.")

    # Conditions.

    def _either(self, depth: int) -> Condition:
        return self._joined(lambda: self._both(depth), False, "||", "or")

    def _both(self, depth: int) -> Condition:
        return self._joined(lambda: self._condition(depth), True, "&&", "and")

    def _joined(self, part: Callable[[], Condition], every: bool, sign: str, word: str) -> Condition:
        parts = [part()]
        while self.taken(sign, words=(word,)):
            parts.append(part())
        self.want(JOINT)
        if len(parts) == 1:
            return parts[0]
        return Joined(every, tuple(parts), parts[0].start, parts[-1].end)

    def _condition(self, depth: int) -> Condition:
        first = self.token
        self.want(START)
        self.spend(first, depth)
        if self.taken("!", words=("not",)):
            part = self._condition(depth + 1)
            return Not(part, first.start, part.end)
        if self.taken("("):
            return self._group(first, depth)
        left = self._value(depth, VALUE)
        kind = left.kind if not isinstance(left, Literal) else TEXT_KIND
        self.want(OPERATOR, kind)
        operation = self._operation()
        if operation is None:
            return self._alone(left)
        return self._comparison(left, operation, depth)

    def _group(self, opened: Token, depth: int) -> Condition:
        inner = self._either(depth + 1)
        if not self.taken(")"):
            if self.token.kind != END:
                raise self.stop(self.token, self._left_over())
            raise self.stop(opened, tr("This “(” is never closed. Add “)”."))
        after = self.token
        if self._operation() is not None:
            raise self.stop(
                after, tr("What stands in parentheses is a condition already. Write “and” or “or” after it.")
            )
        return inner

    def _operation(self) -> Operation | None:
        """The operator that comes next, if one does."""
        found = read_operation(self.tokens, self.at)
        if found is None:
            return None
        if found.problem:
            self.note(self.token.start, self.tokens[self.at + found.count - 1].end, found.problem)
            raise Stop
        self.at += found.count
        if found.rest:
            for word in found.rest:
                self.want(WORD, word)
            raise self.stop(
                self.token,
                tr("“{source}” is not complete. Write {source} {rest}.", source=found.source, rest=found.rest[0]),
            )
        return found

    def _alone(self, left: Value) -> Condition:
        """A value without an operator: fine when it is a condition by itself."""
        if isinstance(left, (Call, Literal)) and left.kind in (CONDITION, FLAG):
            return left
        source = shown(self.text[left.start : left.end])
        token = self.token
        ends = token.kind == END or token.is_sign(")", "&&", "||", ",") or token.is_word("and", "or")
        if not ends:
            raise self.stop(token, tr("After “{source}” comes an operator, such as contains, == or >.", source=source))
        if any(one.start == left.start for one in self.reading.problems):
            raise Stop  # the value itself is wrong, and that was told
        if isinstance(left, Literal):
            self.note(
                left.start,
                left.end,
                tr("This is a value, not a condition. Compare a field with it, {example}.", example=tr(_EXAMPLE)),
            )
        else:
            words = tr(
                "“{source}” is a value, not a condition. Compare it with something, {example}.",
                source=source,
                example=tr(_EXAMPLE),
            )
            self.note(left.start, left.end, words)
        raise Stop

    def _comparison(self, left: Value, operation: Operation, depth: int) -> Condition:
        self.want(RIGHT, left.kind if not isinstance(left, Literal) else TEXT_KIND)
        if self.token.kind == END:
            raise self.stop(
                self.token,
                tr(
                    "After “{source}” comes what to compare with, {example}.",
                    source=operation.source,
                    example=tr(_EXAMPLE),
                ),
            )
        pattern = operation.operator == "regex"
        listed = operation.operator == "in" and self.token.is_sign("(")
        right = self._items() if listed else self._value(depth, RIGHT, pattern=pattern)
        try:
            return compared(left, operation.operator, operation.negated, right)
        except Mismatch as error:
            self.note(error.start, error.end, str(error))
            return Comparison(left, "==", False, right, False, None, left.start, right.end)

    def _items(self) -> Items:
        opened = self.next()
        items: list[Literal] = []
        while True:
            token = self.token
            item = self._literal(self.next())
            if item is None:
                raise self.stop(token, tr('In a list stand texts and numbers, such as ("gold", "silver").'))
            items.append(item)
            self.spend(token, 0)
            if self.taken(")"):
                return Items(tuple(items), opened.start, self.tokens[self.at - 1].end)
            if not self.taken(","):
                raise self.stop(self.token, tr("Write a comma between two values, and “)” after the last one."))

    # Values.

    def _value(self, depth: int, what: str, *, pattern: bool = False) -> Value:
        self.want(what)
        token = self.token
        self.spend(token, depth)
        self.next()
        literal = self._literal(token, pattern=pattern)
        if literal is not None:
            return literal
        if token.kind == FIELD:
            return self._field(token, path_of(token.value), reference_problem(token.value, self.known))
        if token.kind == NAME and not token.is_word("and", "or", "not"):
            if self.token.is_sign("("):
                return self._call(token, depth)
            if read_operation(self.tokens, self.at - 1) is None:
                return self._field(token, token.value, name_problem(token.value, self.known))
        if token.kind == END:
            raise self.stop(token, tr("Something is missing here: a condition, {example}.", example=tr(_EXAMPLE)))
        raise self.stop(
            token,
            tr(
                "“{source}” can't stand here. Write a field or a text in quotes, {example}.",
                source=shown(token.source),
                example=tr(_EXAMPLE),
            ),
        )

    def _literal(self, token: Token, *, pattern: bool = False) -> Literal | None:
        kinds = {TEXT: TEXT_KIND, NUMBER: NUMBER_LITERAL, DATE: DATE_LITERAL}
        if token.kind in kinds:
            text = pattern_of(token) if pattern and token.kind == TEXT else token.value
            return Literal(kinds[token.kind], text, token.start, token.end)
        if token.is_word("true", "false"):
            return Literal(FLAG, token.source.lower(), token.start, token.end)
        return Literal(NOTHING, "", token.start, token.end) if token.is_word("null") else None

    def _field(self, token: Token, path: str, problem: str) -> FieldRead:
        if problem:
            self.note(token.start, token.end, problem)
        found = FieldRead(path, token.start, token.end, kind_of(path))
        self.reading.paths.append(found)
        return found

    def _call(self, name: Token, depth: int) -> Call:
        function = find_function(name.source)
        if function is None:
            raise self.stop(name, _no_function(name.source))
        self.next()
        arguments: list[Value | Condition] = []
        while not self.taken(")"):
            if arguments and not self.taken(","):
                raise self.stop(
                    self.token,
                    tr("Write “)” after the last value of {form}, or a comma between two.", form=function.form),
                )
            condition = function.name == "if" and not arguments
            arguments.append(self._either(depth + 1) if condition else self._value(depth + 1, VALUE))
        closed = self.tokens[self.at - 1]
        call = Call(function, tuple(arguments), name.start, closed.end)
        if len(arguments) != len(function.arguments):
            self.note(name.start, closed.end, _wrong_count(function, len(arguments)))
        return call


def _no_function(name: str) -> str:
    if name.lower() in ("select", "filter"):
        return tr("Lists of a message hold plain texts, so there is nothing to select. Compare the list itself.")
    return tr("There is no function “{name}”. Known: {functions}.", name=shown(name), functions=", ".join(FUNCTIONS))


def _wrong_count(function: Function, count: int) -> str:
    takes = len(function.arguments)
    return f"{function.form} takes {takes or 'no'} value{'' if takes == 1 else 's'}, not {count}."
