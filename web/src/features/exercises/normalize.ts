/** Text as search compares it: lower case, without accents, words separated by single spaces. */
export function normalizeText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.,]+/gu, " ")
    .trim();
}

/** Whether some word of a normalized text begins with the token. */
export function hasWord(normalized: string, token: string): boolean {
  return normalized.startsWith(token) || normalized.includes(` ${token}`);
}
