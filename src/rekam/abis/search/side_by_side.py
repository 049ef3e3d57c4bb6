"""Eight enrolled irises turned from rows into lanes: word by word side by side, all in vector registers."""

import inspect
import sys
from typing import Any

from llvmlite import ir  # type: ignore[import-untyped]
from numba.core import cgutils, types
from numba.extending import intrinsic

from rekam.abis.iris.code import WORDS
from rekam.abis.kernel import stamped
from rekam.abis.search.lanes import LANES, WRITTEN, declared

_WORD, _PLACE = ir.IntType(64), ir.IntType(32)
_unpacked: Any = cgutils.unpack_tuple
_WORDS = ir.VectorType(_WORD, LANES)


def _side_by_side(_context: Any, column: Any, _first: Any, tile: Any, here: Any) -> Any:
    def emit(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        kinds = signature.args
        source, target, seen = (
            context.make_array(kinds[place])(context, builder, given[place]) for place in (0, 2, 3)
        )
        last = builder.sub(_unpacked(builder, source.shape)[0], ir.Constant(_WORD, 1))
        stride = _unpacked(builder, source.strides)[0]
        words = builder.sdiv(stride, ir.Constant(_WORD, 8))
        starts = []
        for lane in range(LANES):
            row = builder.add(given[1], ir.Constant(_WORD, lane))
            row = builder.select(builder.icmp_signed("<", row, last), row, last)
            starts.append(builder.gep(source.data, [builder.mul(row, words)]))
        masks = []
        for block in range(0, 2 * WORDS, LANES):
            for word, lanes in enumerate(
                _turned(builder, [_vector(builder, start, block) for start in starts])
            ):
                at = builder.gep(target.data, [ir.Constant(_WORD, (block + word) * LANES)])
                builder.store(lanes, builder.bitcast(at, _WORDS.as_pointer()), align=8)
                if block >= WORDS:
                    masks.append(lanes)
        builder.store(_any(builder, masks), builder.bitcast(seen.data, _WORDS.as_pointer()), align=8)
        pairs = [builder.xor(masks[k], masks[k + 2]) for k in range(WORDS) if k % 4 < 2]
        name = f"llvm.vector.reduce.or.v{LANES}i64"
        total = declared(builder.module, ir.FunctionType(_WORD, [_WORDS]), name)
        return builder.icmp_unsigned("==", builder.call(total, [_any(builder, pairs)]), ir.Constant(_WORD, 0))

    return types.boolean(column, types.int64, tile, here), emit


def _vector(builder: Any, start: Any, word: int) -> Any:
    at = builder.gep(start, [ir.Constant(_WORD, word)])
    return builder.load(builder.bitcast(at, _WORDS.as_pointer()), align=8)


def _turned(builder: Any, rows: list[Any]) -> list[Any]:
    """Eight rows of eight words as eight columns: halves change over, then quarters, then neighbours."""
    for step in (1, 2, 4):
        for one in range(LANES):
            other = one | step
            if other == one:
                continue
            a, b = rows[one], rows[other]
            low = [k if not k & step else LANES + k - step for k in range(LANES)]
            high = [k + step if not k & step else LANES + k for k in range(LANES)]
            kind = ir.VectorType(_PLACE, LANES)
            rows[one] = builder.shuffle_vector(a, b, ir.Constant(kind, low))
            rows[other] = builder.shuffle_vector(a, b, ir.Constant(kind, high))
    return rows


def _any(builder: Any, vectors: list[Any]) -> Any:
    total = vectors[0]
    for vector in vectors[1:]:
        total = builder.or_(total, vector)
    return total


side_by_side: Any = stamped(intrinsic(_side_by_side), inspect.getsource(sys.modules[__name__]), WRITTEN)
"""Lay eight rows of a column (rows, 2, WORDS) from ``first`` on into ``tile`` (2 * WORDS, LANES). For kernels only.

Rows behind the last are the last again. ``here`` (LANES,) uint64 is not zero where a row has an iris; the answer says
whether each place's two phase bits share their mask in all of them.
"""
