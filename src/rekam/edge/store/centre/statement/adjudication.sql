-- open_case --
-- A case for a recording that resembles others; an old one opens again.
INSERT INTO adjudication (packet_id, opened_at) VALUES (%(packet_id)s, %(at)s)
ON CONFLICT (packet_id) DO UPDATE SET closed_at = NULL, outcome = NULL
RETURNING case_id;

-- put_candidate --
-- One recording that it resembles.
INSERT INTO candidate (case_id, rank, packet_id, score, zone, parts)
VALUES (%(case_id)s, %(rank)s, %(packet_id)s, %(score)s, %(zone)s, %(parts)s)
ON CONFLICT (case_id, rank) DO NOTHING;

-- cases --
-- Open cases of a territory, oldest first; a case in which this adjudicator gave the first opinion is left out.
SELECT case_id, adjudication.packet_id, opened_at, closed_at, outcome, recording.status, recording.nik,
       recording.place, recording.receipt_code, recording.due_at,
       (SELECT count(*) FROM candidate WHERE candidate.case_id = adjudication.case_id) AS candidates,
       (SELECT max(score) FROM candidate WHERE candidate.case_id = adjudication.case_id) AS best_score,
       (SELECT adjudicator FROM verdict WHERE verdict.case_id = adjudication.case_id
        ORDER BY verdict_id DESC LIMIT 1) AS last_adjudicator
FROM adjudication JOIN recording USING (packet_id)
WHERE closed_at IS NULL AND recording.place >= %(low)s AND recording.place < %(high)s
  AND NOT (recording.status = 'request_validation' AND %(adjudicator)s = (
      SELECT adjudicator FROM verdict WHERE verdict.case_id = adjudication.case_id
      ORDER BY verdict_id DESC LIMIT 1))
ORDER BY opened_at, case_id LIMIT %(limit)s;

-- case --
-- One case.
SELECT case_id, adjudication.packet_id, opened_at, closed_at, outcome, recording.status, recording.nik,
       recording.place, recording.receipt_code, recording.due_at,
       (SELECT count(*) FROM candidate WHERE candidate.case_id = adjudication.case_id) AS candidates,
       (SELECT max(score) FROM candidate WHERE candidate.case_id = adjudication.case_id) AS best_score,
       (SELECT adjudicator FROM verdict WHERE verdict.case_id = adjudication.case_id
        ORDER BY verdict_id DESC LIMIT 1) AS last_adjudicator
FROM adjudication JOIN recording USING (packet_id) WHERE case_id = %(case_id)s;

-- candidates --
-- The recordings that a case compares with.
SELECT rank, candidate.packet_id, score, zone, parts, recording.nik, recording.status, recording.receipt_code
FROM candidate JOIN recording USING (packet_id) WHERE case_id = %(case_id)s ORDER BY rank;

-- verdicts --
-- The opinions given, in order.
SELECT verdict_id, adjudicator, verdict, same_as, reason, at FROM verdict WHERE case_id = %(case_id)s
ORDER BY verdict_id;

-- put_verdict --
-- One more opinion.
INSERT INTO verdict (case_id, adjudicator, verdict, same_as, reason, at)
VALUES (%(case_id)s, %(adjudicator)s, %(verdict)s, %(same_as)s, %(reason)s, %(at)s);

-- close --
-- The case is decided.
UPDATE adjudication SET closed_at = %(at)s, outcome = %(outcome)s WHERE case_id = %(case_id)s;
