"""What a translation has in common with a reference, in figures: sacrebleu's metrics, and the door for learned ones."""

ESTIMATES = "estimates"
"""The family of the findings that learned metrics make."""
ESTIMATED_ERROR = "estimated-error"
"""The name under which they stand in a report."""
