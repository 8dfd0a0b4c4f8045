"""Reading past reports: their lines, clauses and figures."""
