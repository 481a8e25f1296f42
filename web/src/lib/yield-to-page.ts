/** Let the page paint and answer, then go on. */
export function yieldToPage(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: { readonly yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

/** Longer than this [ms] without a pause, and a tap is felt to hang. */
const SLICE_MS = 8;

/** Everything a generator yields, computed in slices between which the page can answer. */
export async function collectInSlices<T>(items: Iterable<T>): Promise<T[]> {
  const collected: T[] = [];
  let began_ms = performance.now();
  for (const item of items) {
    collected.push(item);
    if (performance.now() - began_ms > SLICE_MS) {
      await yieldToPage();
      began_ms = performance.now();
    }
  }
  return collected;
}

/** Wait until the page has nothing better to do, but no longer than a second. */
export function whenIdle(): Promise<void> {
  // Not every Safari in use has it.
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: 1_000 });
    else setTimeout(resolve, 200);
  });
}
