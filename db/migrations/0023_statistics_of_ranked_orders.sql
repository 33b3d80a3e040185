-- What is known of the orders of 0022 comes with statistics only: without them PostgreSQL takes any range for a small one.
ANALYZE "lead_scores";
