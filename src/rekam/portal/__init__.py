"""The residents' portal: where is my card, where do I record."""
