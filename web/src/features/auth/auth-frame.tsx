import type { ReactNode, SyntheticEvent } from "react";
import { Logo } from "@/ui/logo.tsx";
import styles from "./auth-frame.module.css";

interface AuthFrameProps {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly children: ReactNode;
}

/** The quiet frame of everything before the app: name, one heading, one task. */
export function AuthFrame({ title, intro, children }: AuthFrameProps) {
  return (
    <div className={styles.frame}>
      <div className={styles.box}>
        <p className={styles.brand}>
          <Logo size={40} />
          FitFolio
        </p>
        <div className={styles.heading}>
          <h1 className={styles.title} tabIndex={-1}>
            {title}
          </h1>
          {intro !== undefined && <p className={styles.intro}>{intro}</p>}
        </div>
        {children}
      </div>
    </div>
  );
}

interface AuthFormProps {
  readonly onSubmit: (event: SyntheticEvent) => Promise<void>;
  readonly children: ReactNode;
}

export function AuthForm({ onSubmit, children }: AuthFormProps) {
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void onSubmit(event)}>
      {children}
    </form>
  );
}
