-- name: add_task
INSERT INTO task (task, transaction_id, operation, callback, priority, state, request, changed)
VALUES (?, ?, ?, ?, ?, 'PENDING', ?, ?)

-- name: task
SELECT * FROM task WHERE task = ?

-- name: task_done
UPDATE task SET state = 'RESPONSE_SCHEDULED', request = NULL, result = ?, media_type = ?, changed = ? WHERE task = ?

-- name: task_delivered
UPDATE task SET state = 'COMPLETED', result = NULL, changed = ? WHERE task = ?

-- name: task_undelivered
UPDATE task SET state = ?, attempts = attempts + 1, changed = ? WHERE task = ?

-- name: task_again
UPDATE task SET state = 'RESPONSE_RETRY', attempts = 0, changed = ? WHERE task = ? AND state = 'RESPONSE_ERROR'

-- name: tasks_waiting
SELECT task, state, priority FROM task WHERE state IN ('PENDING', 'RESPONSE_SCHEDULED', 'RESPONSE_RETRY')
ORDER BY priority DESC, changed, task

-- name: forget_tasks
DELETE FROM task WHERE state IN ('COMPLETED', 'RESPONSE_ERROR') AND changed < ?
