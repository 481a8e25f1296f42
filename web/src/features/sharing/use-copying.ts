import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import { errorMessage } from "@/i18n/error-message.ts";
import { newId } from "@/lib/ids.ts";
import { showToast } from "@/ui/toast-store.ts";
import { copyShared } from "./commands.ts";
import { useCopyOf, useShares, type Shared } from "./queries.ts";

interface Copying {
  /** One's own page of what is shared: the source, or a copy made before. */
  readonly mine: { readonly href: string; readonly is_source: boolean } | null;
  readonly busy: boolean;
  readonly copy: () => void;
}

/** Copying what is shared, and whether that is needed. */
export function useCopying({ token, kind }: Shared): Copying {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  // Kept while the page is open: trying again after a lost answer makes no second copy.
  const [ids] = useState(() => ({ id: newId(), version_id: newId() }));
  const [busy, setBusy] = useState(false);
  const copy_of = useCopyOf(token);
  const shares = useShares();
  const own = shares.status === "ready" ? shares.data.find((share) => share.token === token) : undefined;
  const copy = async () => {
    setBusy(true);
    const copied = await copyShared(token, ids);
    setBusy(false);
    if (!copied.ok) return showToast(errorMessage(copied.error), { tone: "danger" });
    const done = kind === "program" ? t`Copied to your programs` : t`Copied to your templates`;
    showToast(copied.value === null ? t`Copied. It comes to this device with the next connection.` : done);
    navigate(copied.value ?? `/${kind}s`);
  };
  const source = own && { href: `/${kind}s/${own.program_id ?? own.template_id}`, is_source: true };
  const copied = copy_of && { href: `/programs/${copy_of.program_id}`, is_source: false };
  return { mine: source ?? copied ?? null, busy, copy: () => void copy() };
}
