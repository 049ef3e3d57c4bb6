from rekam.edge.wire.pace import Pace

PACE = Pace(first_wait_s=1.0, most_wait_s=10.0, first_pause_s=30, most_pause_s=3600, most_line_pause_s=120)


def test_waits_double_up_to_the_longest():
    assert [PACE.wait_s(n, 1.0) for n in range(1, 7)] == [1.0, 2.0, 4.0, 8.0, 10.0, 10.0]
    assert PACE.wait_s(10**6, 1.0) == 10.0


def test_jitter_takes_up_to_half_of_a_wait():
    assert [PACE.wait_s(2, jitter) for jitter in (0.0, 0.5, 1.0)] == [1.0, 1.5, 2.0]


def test_the_line_makes_a_packet_wait_less_long_than_its_own_fault():
    assert PACE.pause_s(20, 1.0) == 3600
    assert PACE.pause_s(20, 1.0, of_line=True) == 120


def test_a_chunk_takes_about_half_a_minute_of_the_measured_line():
    assert PACE.next_chunk(0) == 65_536
    assert PACE.next_chunk(128) == 512_000
    assert PACE.next_chunk(10) == 65_536
    assert PACE.next_chunk(100_000) == 1_048_576


def test_patience_grows_with_the_chunk_and_shrinks_with_the_speed():
    assert PACE.patience_s(128_000, 128) == 30 + 24
    assert PACE.patience_s(0, 0) == 30


def test_patience_does_not_grow_with_what_nothing_on_the_way_can_hold():
    assert PACE.patience_s(1_048_576, 128) == PACE.patience_s(131_072, 128) < 60
