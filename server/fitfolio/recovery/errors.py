"""The error codes of body values."""

from fitfolio.core.errors import register_codes

register_codes(
    {
        "metric.not_found": (404, "There is no such value."),
        "metric.id_taken": (409, "This id belongs to another value."),
        "metric.unknown": (400, "This is not a metric FitFolio knows."),
        "metric.wrong_unit": (400, "The metric is not measured in this unit."),
        "metric.implausible": (400, "The value lies outside what a body can have."),
    }
)
