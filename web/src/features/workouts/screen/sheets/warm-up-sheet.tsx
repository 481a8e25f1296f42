export function WarmUpSheet() {
  return null;
}
