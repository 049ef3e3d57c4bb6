"""Between the engine's templates and the records of others: minutiae records, and the card's chip."""
