import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { CloudUpload } from "lucide-react";
import { queueFile, saveFile } from "@/sync/queue-file.ts";
import { useUnsaved } from "@/sync/unsaved.ts";
import { useWaiting } from "@/sync/waiting.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/states.tsx";
import styles from "./account.module.css";

/** How many changes no server has; null while that is not known. */
export function useOnlyHere(): number | null {
  const { unsent, refused, is_known } = useWaiting();
  const unsaved = useUnsaved().length;
  return is_known ? unsent + refused + unsaved : null;
}

/** What leaving the account would strand on this device, and how to take it along. */
export function OnlyHereNotice({ count }: { readonly count: number | null }) {
  const { t } = useLingui();
  if (!count) return null;
  return (
    <Notice tone="warn" icon={<CloudUpload size={20} />}>
      <p>
        <Plural value={count} one="# change has not reached the server." other="# changes have not reached the server." />{" "}
        <Trans>They stay on this device, and are sent after your next sign-in here.</Trans>
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => void queueFile().then(saveFile)}>{t`Save them to a file`}</Button>
      </div>
    </Notice>
  );
}
