import { useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useStore } from "@/lib/store.ts";
import { classNames } from "@/lib/class-names.ts";
import { IconButton } from "./button.tsx";
import { hideToast, toasts } from "./toast-store.ts";
import styles from "./toast.module.css";

/** Where toasts appear: above the bottom bar, on top of open dialogs, announced politely. */
export function ToastRegion() {
  const { t } = useLingui();
  const shown = useStore(toasts);
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = region.current;
    if (!element || !("showPopover" in element)) return;
    // Shown anew for each toast: the last popover opened is on top, also over a modal dialog.
    if (element.matches(":popover-open")) element.hidePopover();
    if (shown.length > 0) element.showPopover();
  }, [shown]);
  return (
    <div ref={region} popover="manual" className={styles.region} role="status" aria-live="polite">
      {shown.map((toast) => (
        <div key={toast.id} className={classNames(styles.toast, toast.tone === "danger" && styles.danger)}>
          <p className={styles.message}>{toast.message}</p>
          {toast.action && (
            <button
              type="button"
              className={styles.action}
              onClick={() => {
                toast.action?.run();
                hideToast(toast.id);
              }}
            >
              {toast.action.label}
            </button>
          )}
          <IconButton label={t`Close`} icon={<X size={18} aria-hidden="true" />} onClick={() => hideToast(toast.id)} />
        </div>
      ))}
    </div>
  );
}
