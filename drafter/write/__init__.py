"""Writers: one document tree in, one file out."""
