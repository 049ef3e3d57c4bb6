"""The identification engine as a service of its own: OSIA and MOSIP interfaces over one store of encounters."""
