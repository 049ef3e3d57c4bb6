"""tus 1.0.0 (core, creation, checksum, termination): pure core, durable partial uploads, server, client."""
