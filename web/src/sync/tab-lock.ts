/** A tab that the system has frozen with the lock in its hands must not stop all others for ever [ms]. */
const STEAL_AFTER_MS = 150_000;

/**
 * Do something in one tab at a time; the others wait for their turn.
 *
 * Two tabs at once would be slow but not wrong (operations have keys, pages are idempotent), so a
 * lock that nobody gives back is taken.
 */
export async function withLock(name: string, work: () => Promise<void>): Promise<void> {
  // Browsers offer locks on https and localhost only; without them every tab works for itself.
  const locks = navigator.locks as LockManager | null | undefined;
  if (!locks) return work();
  try {
    await locks.request(name, { signal: AbortSignal.timeout(STEAL_AFTER_MS) }, work);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    // Taken from this tab while it worked: the other one goes on.
    if (error.name === "AbortError") return;
    if (error.name !== "TimeoutError") throw error;
    await locks.request(name, { steal: true }, work);
  }
}
