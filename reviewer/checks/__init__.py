"""What rules say of a report: findings, evaluations, suspects."""
