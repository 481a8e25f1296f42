import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";

interface Drag {
  readonly from: number;
  readonly to: number;
  /** How far the finger has moved [px]. */
  readonly offset_px: number;
  readonly height_px: number;
}

/** Attributes that mark what moves and what moves it; styles of one's own draw them. */
const ITEM = "data-reorder-item";
const HANDLE = "data-reorder-handle";

/**
 * Items of a list that are moved by a handle: with a pointer or a finger by dragging, with the keyboard by the arrow
 * keys on the handle. Hold `list` on the list, spread `item(index)` on its items and `handle(index)` on their handles.
 */
export function useReorder(count: number, onMove: (from: number, to: number) => void) {
  const list = useRef<HTMLElement | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const origin = useRef<{ y: number; middles: readonly number[] }>({ y: 0, middles: [] });
  const wanted = useRef<number | null>(null);
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>(`:scope > [${ITEM}]`) ?? [])];

  // After a move by key the focus follows what was moved.
  useEffect(() => {
    if (wanted.current === null) return;
    items()[wanted.current]?.querySelector<HTMLElement>(`[${HANDLE}]`)?.focus();
    wanted.current = null;
  });

  const start = (index: number) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const boxes = items().map((item) => item.getBoundingClientRect());
    origin.current = { y: event.clientY, middles: boxes.map((box) => box.top + box.height / 2) };
    setDrag({ from: index, to: index, offset_px: 0, height_px: boxes[index]?.height ?? 0 });
  };
  const follow = (event: PointerEvent<HTMLElement>) => {
    if (!drag) return;
    const offset_px = event.clientY - origin.current.y;
    const middle = (origin.current.middles[drag.from] ?? 0) + offset_px;
    const above = origin.current.middles.filter((one, index) => index !== drag.from && one < middle).length;
    setDrag({ ...drag, offset_px, to: Math.min(above, count - 1) });
  };
  const drop = () => {
    if (drag && drag.from !== drag.to) onMove(drag.from, drag.to);
    setDrag(null);
  };
  const press = (index: number) => (event: KeyboardEvent<HTMLElement>) => {
    const to = event.key === "ArrowUp" ? index - 1 : event.key === "ArrowDown" ? index + 1 : index;
    if (event.key === "Escape") setDrag(null);
    if (to === index || to < 0 || to >= count) return;
    event.preventDefault();
    wanted.current = to;
    onMove(index, to);
  };

  return {
    list: (element: HTMLElement | null) => {
      list.current = element;
    },
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
