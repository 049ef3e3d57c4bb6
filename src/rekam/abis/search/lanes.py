"""One turned iris code against eight enrolled ones at once, one in each lane of a vector register.

numba's own vectoriser keeps to narrower registers than the machine has. The vectors are therefore written
out for LLVM: where AVX-512 VPOPCNTDQ is present one instruction counts the bits of all eight lanes, anywhere
else LLVM makes of it what the machine can do.
"""

import inspect
import sys
from typing import Any

from llvmlite import ir  # type: ignore[import-untyped]
from numba.core import cgutils, types
from numba.extending import intrinsic

from rekam.abis.iris.code import WORDS
from rekam.abis.kernel import stamped
from rekam.abis.search import parameters

LANES = 8
WRITTEN = (
    inspect.getsource(sys.modules[__name__]),
    WORDS,
    parameters.ABANDON_AFTER,
    parameters.ABANDON_MARGIN,
)
"""All that the code below is made of; a kernel that was kept on disk is compiled anew when it changes."""
_WORD, _FLOAT = ir.IntType(64), ir.FloatType()
declared: Any = cgutils.get_or_insert_function
"""An LLVM function by its type and name, made known to a module once."""
_WORDS, _FLOATS = ir.VectorType(_WORD, LANES), ir.VectorType(_FLOAT, LANES)


class _Body:
    """What is common to the steps of one comparison while its code is written."""

    def __init__(self, builder: Any, tile: Any, turn: Any) -> None:
        self.builder, self.tile, self.turn = builder, tile, turn
        module, words, floats = builder.module, f"v{LANES}i64", f"v{LANES}f32"
        self.bits = declared(module, ir.FunctionType(_WORDS, [_WORDS]), f"llvm.ctpop.{words}")
        kind = ir.FunctionType(_FLOATS, [_FLOATS, _FLOATS])
        self.most = declared(module, kind, f"llvm.maxnum.{floats}")

    def enrolled(self, word: int) -> Any:
        place = self.builder.gep(self.tile, [ir.Constant(_WORD, word * LANES)])
        return self.builder.load(self.builder.bitcast(place, _WORDS.as_pointer()), align=8)

    def probed(self, word: int) -> Any:
        return self.all_lanes(
            self.builder.load(self.builder.gep(self.turn, [ir.Constant(_WORD, word)])), _WORDS
        )

    def all_lanes(self, value: Any, kind: Any) -> Any:
        single = self.builder.insert_element(
            ir.Constant(kind, ir.Undefined), value, ir.Constant(ir.IntType(32), 0)
        )
        same = ir.Constant(ir.VectorType(ir.IntType(32), LANES), [0] * LANES)
        return self.builder.shuffle_vector(single, ir.Constant(kind, ir.Undefined), same)

    def count(self, total: Any, words: Any) -> Any:
        return self.builder.add(total, self.builder.call(self.bits, [words]))

    def strength(self, common: Any, differing: Any) -> tuple[Any, Any]:
        """Squared surplus of agreeing bits (0 where there is none), and the common bits, as numbers."""
        surplus = self.builder.sub(common, self.builder.shl(differing, ir.Constant(_WORDS, [1] * LANES)))
        signed = self.builder.sitofp(surplus, _FLOATS)
        above = self.builder.call(self.most, [signed, ir.Constant(_FLOATS, [0.0] * LANES)])
        return self.builder.fmul(above, above), self.builder.sitofp(common, _FLOATS)


def _turned_against(*, shared_mask: bool, checks: tuple[int, ...]) -> Any:
    def typed(
        _context: Any, tile: Any, turns: Any, _place: Any, rest: Any, _least: Any, cuts: Any, best: Any
    ) -> Any:
        def emit(context: Any, builder: Any, signature: Any, given: Any) -> Any:
            arrays = [context.make_array(kind)(context, builder, value).data if isinstance(kind, types.Array) else value
                      for kind, value in zip(signature.args, given, strict=True)]  # fmt: skip
            _emit(builder, arrays, shared_mask, checks)
            return context.get_dummy_value()

        return types.void(tile, turns, types.int64, rest, types.float32, cuts, best), emit

    return typed


def _emit(builder: Any, given: Any, shared_mask: bool, checks: tuple[int, ...]) -> None:
    tile, turns, place, rest, least, cuts, best = given
    body = _Body(builder, tile, builder.gep(turns, [builder.mul(place, ir.Constant(_WORD, 2 * WORDS))]))
    kept = builder.bitcast(best, _FLOATS.as_pointer())
    before = builder.load(kept, align=4)
    zero = ir.Constant(_WORDS, [0] * LANES)
    common, differing = zero, zero
    end = builder.append_basic_block("turn.end")
    for row in range(WORDS // 4):
        for word in (4 * row, 4 * row + 1):
            both = builder.and_(body.enrolled(WORDS + word), body.probed(WORDS + word))
            common = body.count(common, both)
            for line in (word, word + 2):
                if line != word and not shared_mask:
                    both = builder.and_(body.enrolled(WORDS + line), body.probed(WORDS + line))
                    common = body.count(common, both)
                apart = builder.and_(builder.xor(body.enrolled(line), body.probed(line)), both)
                differing = body.count(differing, apart)
        if row + 1 in checks:
            at = builder.add(
                builder.mul(place, ir.Constant(_WORD, len(checks))), ir.Constant(_WORD, checks.index(row + 1))
            )
            open_bits = body.all_lanes(builder.load(builder.gep(rest, [at])), _WORDS)
            square, number = body.strength(
                builder.add(_whole(builder, common, shared_mask), open_bits), differing
            )
            wanted = builder.call(
                body.most, [before, builder.load(builder.bitcast(cuts, _FLOATS.as_pointer()), align=4)]
            )
            wanted = builder.fmul(wanted, ir.Constant(_FLOATS, [1 - parameters.ABANDON_MARGIN] * LANES))
            hopeless = builder.fcmp_ordered("<", square, builder.fmul(wanted, number))
            flags = builder.bitcast(hopeless, ir.IntType(LANES))
            on = builder.append_basic_block("turn.on")
            builder.cbranch(builder.icmp_unsigned("==", flags, ir.Constant(ir.IntType(LANES), 255)), end, on)
            builder.position_at_end(on)
    square, number = body.strength(_whole(builder, common, shared_mask), differing)
    enough = builder.fcmp_ordered(">=", number, body.all_lanes(least, _FLOATS))
    found = builder.select(enough, builder.fdiv(square, number), ir.Constant(_FLOATS, [0.0] * LANES))
    builder.store(builder.call(body.most, [before, found]), kept, align=4)
    builder.branch(end)
    builder.position_at_end(end)


def _whole(builder: Any, common: Any, shared_mask: bool) -> Any:
    return builder.shl(common, ir.Constant(_WORDS, [1] * LANES)) if shared_mask else common


patient_against_tile: Any = stamped(intrinsic(_turned_against(shared_mask=False, checks=())), WRITTEN)
"""Raise ``best`` of eight lanes by one turn of a probe; any masks. For kernels only."""
patient_against_shared: Any = stamped(intrinsic(_turned_against(shared_mask=True, checks=())), WRITTEN)
"""The same where the two phase bits of each place share their mask, a quarter less work."""
hasty_against_tile: Any = stamped(
    intrinsic(_turned_against(shared_mask=False, checks=parameters.ABANDON_AFTER)), WRITTEN
)
"""The same as the first, left when no lane can reach its cut or its best so far."""
hasty_against_shared: Any = stamped(
    intrinsic(_turned_against(shared_mask=True, checks=parameters.ABANDON_AFTER)), WRITTEN
)
"""Both."""


def _differing(_context: Any, a: Any, _at: Any, b: Any, _place: Any) -> Any:
    def emit(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        sides = []
        for array, kind, offset in (
            (given[0], signature.args[0], given[1]),
            (given[2], signature.args[2], given[3]),
        ):
            data = context.make_array(kind)(context, builder, array).data
            words = builder.bitcast(builder.gep(data, [offset]), _WORDS.as_pointer())
            sides.append(builder.load(words, align=8))
        module = builder.module
        bits = declared(module, ir.FunctionType(_WORDS, [_WORDS]), f"llvm.ctpop.v{LANES}i64")
        total = declared(module, ir.FunctionType(_WORD, [_WORDS]), f"llvm.vector.reduce.add.v{LANES}i64")
        return builder.call(total, [builder.call(bits, [builder.xor(*sides)])])

    return types.int64(a, types.int64, b, types.int64), emit


differing_bits: Any = stamped(intrinsic(_differing), WRITTEN)
"""Bits in which 512 of one array differ from 512 of another, each from a place on, in words. For kernels only."""
