"""The words that name what figures of sentences are figures of, by matter."""
