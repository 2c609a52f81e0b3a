"""sitegen: text files that staff write become one accessible website for each municipality."""

__version__ = "0.1.0"
