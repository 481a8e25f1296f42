import { useLingui } from "@lingui/react/macro";
import { Share2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useProgram } from "@/features/programs/program-queries.ts";
import { useTemplate } from "@/features/programs/queries.ts";
import { IconButton } from "@/ui/button.tsx";
import { showToast } from "@/ui/toast-store.ts";
import type { Subject } from "./subject.ts";

const loadDialog = () => import("./share-dialog.tsx");
const ShareDialog = lazy(async () => ({ default: (await loadDialog()).ShareDialog }));

/** Share one's own program: by link. */
export function ShareProgram({ program_id }: { readonly program_id: string }) {
  const { t } = useLingui();
  const found = useProgram(program_id);
  if (!found) return null;
  const { program, versions } = found;
  const title = program.title || t`Program`;
  return <ShareButton subject={{ program_id, title, versions }} />;
}

/** Share one's own template by link. */
export function ShareTemplate({ template_id }: { readonly template_id: string }) {
  const { t } = useLingui();
  const template = useTemplate(template_id);
  if (!template) return null;
  return <ShareButton subject={{ template_id, title: template.name || t`Template` }} />;
}

function ShareButton({ subject }: { readonly subject: Subject }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const show = async () => {
    try {
      // It is not stored with the app: links need the server anyway.
      await loadDialog();
      setOpen(true);
    } catch {
      showToast(t`Links are made on the server. Connect to the internet and try again.`);
    }
  };
  return (
    <>
      <IconButton label={t`Share`} icon={<Share2 size={20} aria-hidden="true" />} onClick={() => void show()} />
      {open && (
        <Suspense fallback={null}>
          <ShareDialog subject={subject} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
