"""How fast a report is drafted, beside the same content rendered by bare docxtpl."""
