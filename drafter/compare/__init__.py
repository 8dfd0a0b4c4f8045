"""What people changed in a draft: which line became which, which figure became which, who did it, and who disagrees."""
