"""The error codes of rest timers."""

from fitfolio.core.errors import register_codes

register_codes({"rest_timer.too_long": (400, "A rest timer ends within two hours.")})
