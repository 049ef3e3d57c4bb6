"""The line between station and centre: exchange, resumable uploads, servers, and a line that can be cut."""
