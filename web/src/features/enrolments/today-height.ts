/** A card of the home page with three exercises, and one that stands alone where there is room beside it [px]. */
const CARD_PX = 340;
const WIDE_CARD_PX = 256;
const GAP_PX = 16;

/** Room that is kept for so many cards while they are on their way [px]; two stand beside each other on desktops. */
export function todayHeight(count: number): number {
  const wide = matchMedia("(min-width: 1024px)").matches;
  if (wide && count === 1) return WIDE_CARD_PX;
  const rows = wide ? Math.ceil(count / 2) : count;
  return rows * CARD_PX + Math.max(0, rows - 1) * GAP_PX;
}
