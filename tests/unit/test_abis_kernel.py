from rekam.abis.kernel import _stamp, kernel, ones


def test_ones_counts_set_bits():
    import numpy as np

    @kernel
    def count(word):
        return ones(word)

    for word in (0, 1, 2**63, 2**64 - 1, 0x0F0F):
        assert count(np.uint64(word)) == word.bit_count()


def test_the_stamp_of_a_kernel_changes_with_a_kernel_that_it_calls():
    space: dict = {"kernel": kernel, "__name__": "space"}

    def stamps(body: str) -> str:
        exec(f"def inner(x):\n    return {body}\ndef outer(x):\n    return inner(x)", space)
        space["inner"] = kernel_without_cache(space["inner"])
        return _stamp(space["outer"])

    assert stamps("x + 1") == stamps("x + 1")
    assert stamps("x + 1") != stamps("x + 2")


def test_the_stamp_of_a_kernel_changes_with_a_number_that_it_uses():
    space: dict = {"__name__": "space", "LIMIT": 3}
    exec("def inner(x):\n    return x + LIMIT", space)
    before = _stamp(space["inner"])
    space["LIMIT"] = 4

    assert _stamp(space["inner"]) != before


def kernel_without_cache(function):
    from rekam.abis import kernel as module

    marker = object()
    module._stamps[id(marker)] = _stamp(function)
    _kept.append(marker)
    return marker


_kept: list = []
