"""Human decisions on a report, undoable and audited."""
