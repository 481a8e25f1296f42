"""FitFolio: a strength-training log that its owner hosts."""

__version__ = "0.1.0"
