"""Record: a frozen value with named fields; Row: the same as a tuple, for what there are many of.

The standard library's dataclasses do the same and more, but to import and apply them takes longer than to check a page of
text, and the command line is started for one page at a time.
"""

from __future__ import annotations

from collections import namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self, dataclass_transform
    from typing import NamedTuple as Row
else:

    def dataclass_transform(**_options):
        """What tells type checkers that `Record` makes its own ``__init__``; at run time nothing is done."""
        return lambda cls: cls

    class _RowType(type):
        """Makes a named tuple of a class that annotates its fields, as `typing.NamedTuple` does, which is slow to import."""

        def __new__(cls, name, _bases, namespace):
            fields = namespace["__annotations__"]
            defaults = [namespace.pop(field) for field in fields if field in namespace]
            row = namedtuple(name, fields, defaults=defaults, module=namespace["__module__"])
            for key, value in namespace.items():
                if key not in ("__annotations__", "__module__"):
                    setattr(row, key, value)
            return row

    Row = type.__new__(_RowType, "Row", (), {})

__all__ = ["Record", "Row"]


@dataclass_transform(frozen_default=True)
class Record:
    """A value with the fields that its class annotates, in that order; those with a value in the class may be left out.

    It cannot be changed, is equal to one of the same class with equal fields, and can be pickled and hashed if they can.
    """

    _fields: tuple[str, ...] = ()
    _kw_only: bool = False

    def __init_subclass__(cls, *, kw_only: bool = False) -> None:
        annotated = cls.__annotations__ if "__annotations__" in vars(cls) else {}
        own = tuple(name for name, kind in annotated.items() if not name.startswith("_") and not kind.startswith("ClassVar"))
        cls._fields = cls._fields + own
        cls._kw_only = kw_only

    def __init__(self, *values: Any, **named: Any) -> None:
        fields, state = self._fields, self.__dict__
        if len(values) > (0 if self._kw_only else len(fields)):
            raise TypeError(f"{type(self).__name__} takes {', '.join(fields)}, not {len(values)} values")
        state.update(zip(fields, values, strict=False))
        for name, value in named.items():
            if name not in fields or name in state:
                raise TypeError(f"{type(self).__name__} has no field {name!r}, or was given it twice")
            state[name] = value
        if len(state) < len(fields):
            for name in fields:
                if name not in state:
                    state[name] = self._default(name)
        self._check()

    @classmethod
    def _default(cls, name: str) -> Any:
        for each in cls.__mro__:
            if name in each.__dict__:
                return each.__dict__[name]
        raise TypeError(f"{cls.__name__} wants a value for {name!r}")

    def _check(self) -> None:
        """Raise an error if the fields do not fit; for subclasses."""

    def replace(self, **changes: Any) -> Self:
        """The same value with some fields changed."""
        return type(self)(**{**Record.to_dict(self), **changes})

    __replace__ = replace

    def to_dict(self) -> dict[str, Any]:
        """The fields and their values."""
        fields: dict[str, Any] = self.__dict__
        return {name: fields[name] for name in self._fields}

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} cannot be changed: {name!r}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} cannot be changed: {name!r}")

    def _values(self) -> tuple[Any, ...]:
        fields: dict[str, Any] = self.__dict__
        return tuple([fields[name] for name in self._fields])

    def __eq__(self, other: object) -> bool:
        return self._values() == other._values() if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in Record.to_dict(self).items())})"
