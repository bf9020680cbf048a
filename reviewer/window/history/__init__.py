"""Everything that was done to a report, newest first."""
