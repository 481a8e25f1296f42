/** The mark: plates on a bar, growing. Decorative; the name stands beside it. */
export function Logo({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <g fill="var(--on-accent)">
        <rect x="5" y="14.6" width="22" height="2.8" rx="1.4" />
        <rect x="8" y="11.5" width="3.6" height="9" rx="1.8" />
        <rect x="13.4" y="9" width="3.6" height="14" rx="1.8" />
        <rect x="18.8" y="6" width="3.6" height="20" rx="1.8" />
      </g>
    </svg>
  );
}
