export function PlatesSheet() {
  return null;
}
