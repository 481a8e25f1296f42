import { lazy, Suspense, useState, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { loadWords } from "@/i18n/locale.ts";
import { ErrorFallback } from "@/ui/error-fallback.tsx";
import styles from "./sync-chip.module.css";

const SignInDialog = lazy(async () => {
  const [{ SignInDialog: Later }] = await Promise.all([import("@/features/auth/sign-in-dialog.tsx"), loadWords("sign_in")]);
  return { default: Later };
});

/** A link to the sign-in page, and back here; a tap signs in right here. Whoever shows it takes it away then. */
export function SignInAgain({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Link
        href={`/sign-in?next=${encodeURIComponent(path)}`}
        className={styles.chip}
        data-tone="warn"
        aria-haspopup="dialog"
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </Link>
      {open && (
        <ErrorFallback fallback={null}>
          <Suspense>
            <SignInDialog onClose={() => setOpen(false)} />
          </Suspense>
        </ErrorFallback>
      )}
    </>
  );
}
