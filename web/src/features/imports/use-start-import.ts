import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { newId } from "@/lib/ids.ts";
import { showToast } from "@/ui/toast-store.ts";
import { retryUpload, startUpload, type Upload } from "./uploads.ts";

interface StartImport {
  readonly start: (files: readonly File[]) => void;
  readonly retry: (upload: Upload) => void;
}

/** Send files; a single one opens its preview when it has arrived, or offers it where the person is then. */
export function useStartImport(): StartImport {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const follow = async (import_id: string, arrived: Promise<boolean>, alone: boolean) => {
    if (!(await arrived)) return;
    const open = () => navigate(`/imports/${import_id}`);
    if (!here.current) showToast(t`Your file has arrived`, { action: { label: t`Look at it`, run: open } });
    else if (alone) open();
  };
  return {
    start: (files) => {
      for (const file of files) {
        const import_id = newId();
        void follow(import_id, startUpload(file, import_id), files.length === 1);
      }
    },
    retry: (upload) => void follow(upload.id, retryUpload(upload), true),
  };
}
