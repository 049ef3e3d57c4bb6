"""Stage one: every enrolled person against a batch of probes, from columns of plain arrays."""
