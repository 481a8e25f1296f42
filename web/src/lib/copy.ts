/** Copy what a field says; false when the browser keeps pages from it, and then it is marked. */
export async function copyFrom(field: HTMLInputElement): Promise<boolean> {
  try {
    // Missing on pages without https, which is how many people serve their own machine.
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    // The only way left there; it has no successor outside of https.
    // oxlint-disable-next-line typescript/no-deprecated
    return document.execCommand("copy");
  }
}
