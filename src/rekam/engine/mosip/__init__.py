"""The engine behind MOSIP's ABIS API 0.9: messages on a queue, biometrics fetched from MOSIP's data share."""
