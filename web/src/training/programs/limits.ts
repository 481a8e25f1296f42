/** Sizes beyond which a text is refused; the twin of the server's `limits.py`. */
export const MAX_CHARACTERS = 65_536;
export const MAX_LINES = 2_000;
export const MAX_LINE_CHARACTERS = 400;
export const MAX_PROBLEMS = 100;
export const MAX_WEEKS = 104;
export const MAX_DAYS = 400;
export const MAX_SLOTS = 30;
export const MAX_GROUPS = 30;
export const MAX_COUNT = 30;
export const MAX_SETS = 60;
export const MAX_LIFTS = 100;
export const MAX_SCHEMES = 100;
export const MAX_RULES = 30;
export const MAX_STAGES = 20;
export const MAX_ACTIONS = 8;
/** Operands and operators of one formula; evaluation visits each once. */
export const MAX_NODES = 60;
/** Brackets inside brackets. */
export const MAX_DEPTH = 12;
/** Schemes that take over from each other in a chain. */
export const MAX_LIKES = 8;
export const MAX_NUMBER = 100_000;
