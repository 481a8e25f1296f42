import { useLingui } from "@lingui/react/macro";
import { RotateCcw, X } from "lucide-react";
import { useFormat } from "@/features/auth/use-format.ts";
import { IconButton } from "@/ui/button.tsx";
import { ProgressBar } from "@/ui/progress-bar.tsx";
import { importFailure } from "./failure-text.ts";
import { formatBytes } from "./file-size.ts";
import { cancelUpload, type Upload } from "./uploads.ts";
import styles from "./imports.module.css";

interface UploadRowProps {
  readonly upload: Upload;
  readonly onRetry: () => void;
}

/** A file on its way, or one that did not get through. */
export function UploadRow({ upload, onRetry }: UploadRowProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { file, share, error } = upload;
  return (
    <li className={styles.uploadRow}>
      <div className={styles.rowTexts}>
        {error ? (
          <>
            <span className={styles.rowTitle}>{file.name}</span>
            <span className={styles.rowError} role="alert">
              {importFailure(error)}
            </span>
          </>
        ) : (
          <ProgressBar label={file.name} share={share} detail={formatBytes(format.locale, file.size)} />
        )}
      </div>
      {error && <IconButton label={t`Try again`} icon={<RotateCcw size={20} aria-hidden="true" />} onClick={onRetry} />}
      <IconButton
        label={error ? t`Remove` : t`Cancel the upload`}
        icon={<X size={20} aria-hidden="true" />}
        onClick={() => cancelUpload(upload.id)}
      />
    </li>
  );
}
