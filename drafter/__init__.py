"""Offline drafter of a township's yearly 法治政府建设年度报告."""
