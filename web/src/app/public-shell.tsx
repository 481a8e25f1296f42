import type { ReactNode } from "react";
import { LateUpdatePrompt } from "./late-update-prompt.tsx";
import styles from "./public-shell.module.css";

/** The frame around pages for people who are not signed in. */
export function PublicShell({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.public}>
      <main id="main" tabIndex={-1} className={styles.publicMain}>
        {children}
      </main>
      <LateUpdatePrompt />
    </div>
  );
}
