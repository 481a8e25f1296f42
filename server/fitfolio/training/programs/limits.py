"""Sizes beyond which a text is refused, so that nothing anyone shares can keep a device busy."""

MAX_CHARACTERS = 65_536
MAX_LINES = 2_000
MAX_LINE_CHARACTERS = 400
MAX_PROBLEMS = 100
MAX_WEEKS = 104
MAX_DAYS = 400
MAX_SLOTS = 30
MAX_GROUPS = 30
MAX_COUNT = 30
MAX_SETS = 60
MAX_LIFTS = 100
MAX_SCHEMES = 100
MAX_RULES = 30
MAX_STAGES = 20
MAX_ACTIONS = 8
MAX_NODES = 60
"""Operands and operators of one formula; evaluation visits each once."""
MAX_DEPTH = 12
"""Brackets inside brackets."""
MAX_LIKES = 8
"""Schemes that take over from each other in a chain."""
MAX_NUMBER = 100_000
