/**
 * Position numbers that put items into the order of their list, changing as few as possible.
 *
 * Stored positions may have gaps. While they still rise along the list they stay, and new items
 * at the end count on; only a real change of order numbers everything anew.
 */
export function placeInOrder(
  items: readonly { readonly id: string }[],
  storedPosition: (id: string) => number | undefined,
): number[] {
  const positions: number[] = [];
  let last = -1;
  let has_new = false;
  for (const { id } of items) {
    const stored = storedPosition(id);
    const out_of_order = stored === undefined ? false : has_new || stored <= last;
    if (out_of_order) return items.map((_, index) => index);
    has_new ||= stored === undefined;
    last = stored ?? last + 1;
    positions.push(last);
  }
  return positions;
}
