export function GymPage() {
  return null;
}
