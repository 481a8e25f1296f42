/** Hand a link to the apps of the device. Closing that sheet again is no failure. */
export async function passOn(title: string, url: string): Promise<void> {
  try {
    await navigator.share({ title, url });
  } catch {
    // Nothing was sent; the link is still there to be copied.
  }
}
