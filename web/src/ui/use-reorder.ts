import { useState, type KeyboardEvent, type PointerEvent } from "react";

interface Drag {
  readonly from: number;
  readonly to: number;
  /** Where the finger went down, and how far it has moved [px]. */
  readonly start_px: number;
  readonly offset_px: number;
  /** Middles of all items when it began, and the height of the one that moves [px]. */
  readonly middles_px: readonly number[];
  readonly height_px: number;
}

/** Attributes that mark the list, what moves and what moves it; styles of one's own draw them. */
const LIST = "data-reorder-list";
const ITEM = "data-reorder-item";
const HANDLE = "data-reorder-handle";

function itemsOf(handle: Element): readonly Element[] {
  return [...(handle.closest(`[${LIST}]`)?.querySelectorAll(`:scope > [${ITEM}]`) ?? [])];
}

/**
 * Items of a list that are moved by a handle: with a pointer or a finger by dragging, with the keyboard by the arrow
 * keys on the handle. Spread `list` on the list, `item(index)` on its items and `handle(index)` on their handles.
 */
export function useReorder(count: number, onMove: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);

  const start = (index: number) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const boxes = itemsOf(event.currentTarget).map((item) => item.getBoundingClientRect());
    setDrag({
      from: index,
      to: index,
      start_px: event.clientY,
      offset_px: 0,
      middles_px: boxes.map((box) => box.top + box.height / 2),
      height_px: boxes[index]?.height ?? 0,
    });
  };
  const follow = (event: PointerEvent<HTMLElement>) => {
    if (!drag) return;
    const offset_px = event.clientY - drag.start_px;
    const middle = (drag.middles_px[drag.from] ?? 0) + offset_px;
    const above = drag.middles_px.filter((one, index) => index !== drag.from && one < middle).length;
    setDrag({ ...drag, offset_px, to: Math.min(above, count - 1) });
  };
  const drop = () => {
    setDrag(null);
    if (drag && drag.from !== drag.to) onMove(drag.from, drag.to);
  };
  const press = (index: number) => (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Escape") setDrag(null);
    const to = event.key === "ArrowUp" ? index - 1 : event.key === "ArrowDown" ? index + 1 : index;
    if (to === index || to < 0 || to >= count) return;
    event.preventDefault();
    const list = event.currentTarget.closest(`[${LIST}]`);
    onMove(index, to);
    // The focus follows what was moved, once it stands in its new place.
    requestAnimationFrame(() => {
      list?.querySelectorAll(`:scope > [${ITEM}]`)[to]?.querySelector<HTMLElement>(`[${HANDLE}]`)?.focus();
    });
  };

  return {
    list: { [LIST]: "" },
    item: (index: number) => ({
      [ITEM]: drag?.from === index ? "moving" : "",
      style: drag ? { translate: `0 ${shiftOf(index, drag)}px` } : undefined,
    }),
    handle: (index: number) => ({
      [HANDLE]: "",
      onPointerDown: start(index),
      onPointerMove: follow,
      onPointerUp: drop,
      onPointerCancel: () => setDrag(null),
      onKeyDown: press(index),
    }),
  };
}

/** What lies between the old and the new place makes room. */
function shiftOf(index: number, { from, to, offset_px, height_px }: Drag): number {
  if (index === from) return offset_px;
  if (index > from && index <= to) return -height_px;
  return index < from && index >= to ? height_px : 0;
}
