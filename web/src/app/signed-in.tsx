import { useEffect, useRef, type ReactNode } from "react";
import { useLocation } from "wouter";
import { loadHome } from "@/features/analytics/queries.ts";
import { useProfile, watchProfile } from "@/features/auth/profile.ts";
import { useSession } from "@/features/auth/session.ts";
import { Shell } from "./shell.tsx";

/** The first painting waits this long at most for the first page's data [ms]. */
const DATA_WITHIN_MS = 600;

interface SignedInProps {
  readonly path: string;
  readonly children: ReactNode;
}

/** What is around every page of an account. Its code, with that of the local database, comes with the account. */
export function SignedIn({ path, children }: SignedInProps) {
  const profile = useProfile();
  const session = useSession();
  const [, navigate] = useLocation();
  const user_id = session.status === "signed_out" ? null : session.user_id;
  const shown_for = useRef(user_id);
  useEffect(() => {
    // Somebody else has signed in over an expired session: the page was none of theirs.
    if (user_id !== null && shown_for.current !== null && user_id !== shown_for.current) navigate("/", { replace: true });
    shown_for.current = user_id;
  }, [user_id, navigate]);
  const unwelcomed = path === "/" && profile?.welcomed === false;
  useEffect(() => {
    if (unwelcomed) navigate("/welcome", { replace: true });
  }, [unwelcomed, navigate]);
  return <Shell path={path}>{children}</Shell>;
}

/** Have at hand what the first painting of `path` shows. */
export async function loadFirstData(path: string): Promise<void> {
  watchProfile(() => {});
  if (path === "/") await Promise.race([loadHome().catch(() => undefined), wait(DATA_WITHIN_MS)]);
}

const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });
