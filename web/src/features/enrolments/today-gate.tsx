import { lazy, Suspense } from "react";
import { useLive } from "@/db/use-live.ts";
import { loadRestOfMessages } from "@/i18n/locale.ts";
import { Skeleton } from "@/ui/skeleton.tsx";

const Today = lazy(async () => {
  const [{ Today: Cards }] = await Promise.all([import("./today.tsx"), loadRestOfMessages()]);
  return { default: Cards };
});

/** The next sessions on the home page; who follows no program never loads what works them out. */
export function TodayGate() {
  const count = useLive((db) => db.enrolments.filter(({ ended_at }) => ended_at === null).count(), []) ?? 0;
  if (count === 0) return null;
  return (
    <Suspense fallback={<Skeleton heights={Array.from({ length: count }, () => 330)} />}>
      <Today />
    </Suspense>
  );
}
