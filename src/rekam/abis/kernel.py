"""How the engine compiles its inner loops: numba, cached on disk, without the interpreter's lock."""

from collections.abc import Callable
from hashlib import sha256
from types import CellType, CodeType, FunctionType, ModuleType
from typing import Any, TypeVar, cast

import numba
from numba.core import types
from numba.extending import intrinsic

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

_stamps: dict[int, str] = {}


def kernel(function: F) -> F:
    """Compile ``function`` on first use and keep the machine code beside the source.

    Floating point may be reordered; kernels therefore never meet NaN or infinity.

    numba alone would keep machine code although a kernel called from another file, or a parameter, has
    changed. So the function carries a stamp of all it uses in a closure cell, which is part of numba's key.
    """
    plain = cast("FunctionType", function)
    stamp = _stamp(plain)
    code = plain.__code__
    sealed = FunctionType(
        code.replace(co_freevars=(*code.co_freevars, "_stamp")),
        plain.__globals__,
        plain.__name__,
        plain.__defaults__,
        (*(plain.__closure__ or ()), CellType(stamp)),
    )
    sealed.__qualname__, sealed.__doc__, sealed.__module__ = (
        plain.__qualname__,
        plain.__doc__,
        plain.__module__,
    )
    compiled = numba.njit(cache=True, nogil=True, fastmath=True)(sealed)
    _stamps[id(compiled)] = stamp
    return cast("F", compiled)


def stamped(written: T, *facts: object) -> T:
    """Something written for LLVM by hand, whose kernels are compiled anew when one of the facts it is made of changes."""
    _stamps[id(written)] = sha256(repr(facts).encode()).hexdigest()
    return written


def _stamp(function: FunctionType) -> str:
    digest = sha256(_body(function.__code__))
    for name in function.__code__.co_names:
        used = function.__globals__.get(name)
        if id(used) in _stamps:
            digest.update(_stamps[id(used)].encode())
        elif isinstance(used, int | float | tuple):
            digest.update(repr(used).encode())
        elif isinstance(used, ModuleType) and used.__name__ == "rekam.abis.parameters":
            values = {key: value for key, value in vars(used).items() if key.isupper()}
            digest.update(repr(sorted(values.items())).encode())
    return digest.hexdigest()


def _body(code: CodeType) -> bytes:
    return code.co_code + repr((code.co_consts, code.co_names, code.co_varnames)).encode()


def _ones(_context: Any, _word: Any) -> tuple[Any, Any]:
    def emit(_inner: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.ctpop(arguments[0])

    return types.uint64(types.uint64), emit


ones = cast("Callable[[Any], int]", intrinsic(_ones))
"""Number of set bits of a uint64 (LLVM ``ctpop``: one machine instruction); for kernels only."""
