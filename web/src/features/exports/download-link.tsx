import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/lib/class-names.ts";
import styles from "./export-page.module.css";

interface DownloadLinkProps {
  readonly path: "/api/v1/export" | "/api/v1/export/sets.csv";
  readonly children: ReactNode;
  readonly primary?: boolean;
  readonly disabled?: boolean;
}

/** A link that the browser saves as a file, with its own progress; the server names the file. */
export function DownloadLink({ path, children, primary = false, disabled = false }: DownloadLinkProps) {
  return (
    <a
      className={classNames(styles.download, primary && styles.primary)}
      href={disabled ? undefined : path}
      download
      aria-disabled={disabled || undefined}
      role={disabled ? "link" : undefined}
    >
      <Download size={20} aria-hidden="true" />
      {children}
    </a>
  );
}
