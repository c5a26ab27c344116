"""What a plan promises, apart from everything said about keeping it, and how that was amended."""
