import styles from "./account.module.css";

/** Small facts in a line or two: "Added: Today · Not used yet". A line breaks between facts rather than inside one. */
export function FactRow({ facts }: { readonly facts: readonly (string | null | false)[] }) {
  const shown = facts.filter((fact): fact is string => typeof fact === "string" && fact !== "");
  return (
    <p className={styles.muted}>
      {shown.map((fact, index) => (
        <span key={fact} className={styles.fact}>
          {fact}
          {index < shown.length - 1 && "\u00a0·\u00a0"}
        </span>
      ))}
    </p>
  );
}
