from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """How hard a station tries on a bad line.

    Attributes:
        chunk_bytes: Bytes in one request at the beginning, and the least later.
        most_chunk_bytes: The most, on a good line. What arrived of a chunk is kept when the line breaks, so a
            large chunk costs nothing but the time until its checksum is confirmed.
        seconds_a_chunk: A chunk grows until it takes so long. Between two chunks the line is idle for a round
            trip: 0.7 s of 32 on the worst line of the fault matrix.
        buffered_bytes: What modems and proxies on the way may still hold when the last byte was sent.
        tries: Failures in a row, without one byte of progress, after which a packet waits.
        first_wait_s: Wait after the first failure; it doubles with each one.
        most_wait_s: The longest wait inside one round.
        silence_s: How long the other side may be silent beyond the time that the chunk needs.
        slowest_kbit_s: What is assumed of a line before it is measured.
        first_pause_s: How long a packet that failed waits for the next round; it doubles.
        most_pause_s: The longest such pause.
        most_line_pause_s: The longest such pause when it was the line that failed.
        manifests_at_once: Manifests in one exchange: about 3 kB each.
        journal_at_once: Observations in one exchange.
        exchanges: Exchanges in one round, so that a round ends.
    """

    chunk_bytes: int = 65_536
    most_chunk_bytes: int = 1_048_576
    seconds_a_chunk: float = 32.0
    buffered_bytes: int = 131_072
    tries: int = 4
    first_wait_s: float = 0.5
    most_wait_s: float = 20.0
    silence_s: float = 30.0
    slowest_kbit_s: float = 16.0
    first_pause_s: int = 30
    most_pause_s: int = 3_600
    most_line_pause_s: int = 120
    manifests_at_once: int = 100
    journal_at_once: int = 500
    exchanges: int = 50

    def wait_s(self, failures: int, jitter: float) -> float:
        """Seconds to wait after so many failures in a row (1 = the first).

        Args:
            failures: How many.
            jitter: 0 to 1, drawn anew each time, so that stations do not come back in step.
        """
        longest: float = min(self.most_wait_s, self.first_wait_s * 2.0 ** min(failures - 1, 30))
        return longest * (0.5 + 0.5 * jitter)

    def pause_s(self, attempts: int, jitter: float, *, of_line: bool = False) -> int:
        """Whole seconds until a packet that failed is tried in another round (1 = after the first)."""
        most = self.most_line_pause_s if of_line else self.most_pause_s
        longest: float = min(most, self.first_pause_s * 2.0 ** min(attempts - 1, 30))
        return round(longest * (0.5 + 0.5 * jitter))

    def next_chunk(self, kbit_s: float) -> int:
        """Bytes of the next chunk on a line of this speed; 0 = not measured yet."""
        wanted = int(kbit_s * 125 * self.seconds_a_chunk)
        return max(self.chunk_bytes, min(self.most_chunk_bytes, wanted))

    def patience_s(self, chunk: int, kbit_s: float) -> float:
        """How long an answer to a chunk may take, and each of its blocks, seconds."""
        buffered = min(chunk, self.buffered_bytes)
        return self.silence_s + 3 * buffered / (125 * max(kbit_s or self.slowest_kbit_s, 1.0))
