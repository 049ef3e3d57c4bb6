"""Small real worlds to break: a provisioned station with still pictures, and a centre on its own database."""
