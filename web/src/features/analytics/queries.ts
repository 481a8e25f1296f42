import { useEffect, useState } from "react";
import type { components } from "@/api/generated/schema";
import { api, toResult } from "@/api/client.ts";
import { useDb } from "@/db/current.ts";
import { useProfile } from "@/features/auth/profile.ts";
import { useSyncStatus } from "@/sync/status.ts";
import { loadPage, usePage, type Page } from "@/sync/use-page.ts";

type ServerHome = components["schemas"]["Home"];
type HomeWorkout = Pick<ServerHome["last_workouts"][number], "id" | "title" | "local_date" | "exercise_names" | "sets">;

/** What the device computes from its workouts. */
export interface LocalHome extends Omit<ServerHome, "sets_total" | "programs_followed" | "last_records" | "last_workouts"> {
  readonly last_workouts: readonly HomeWorkout[];
}

export interface Home extends LocalHome {
  /** Null while only the device has answered: it would have to read everything for them. */
  readonly last_records: ServerHome["last_records"] | null;
  /** How many sessions of programs to keep room for; missing in a document of an older server. */
  readonly programs_followed?: number;
}

const fetchHome = () => toResult(api.GET("/api/v1/home"));

/** The server's last answer, with everything in it that this device knows better. */
export function useHome(today: string): Page<Home> {
  const page = usePage<Home>("home", fetchHome);
  const local = useLocalHome(today);
  if (!local) return page;
  if (page.status === "ready") return { ...page, data: { ...page.data, ...local }, error: null };
  return {
    status: "ready",
    data: { ...local, last_records: null },
    fetched_at_ms: 0,
    stale: false,
    error: null,
    refresh: () => {},
  };
}

/** Have the home page's document at hand before the app is first painted. */
export function loadHome(): Promise<void> {
  return loadPage("home", fetchHome);
}

/** Null until the whole history is on the device and was looked at, which is after the first painting. */
function useLocalHome(today: string): LocalHome | null {
  const db = useDb();
  const { complete } = useSyncStatus();
  const profile = useProfile();
  const week_start = profile?.week_start;
  const weekly_goal = profile?.weekly_goal;
  const [local, setLocal] = useState<LocalHome | null>(null);
  useEffect(() => {
    if (!db || !complete || week_start === undefined || weekly_goal === undefined) return;
    let stop = () => {};
    let gone = false;
    const begin = async () => {
      const { watchLocalHome } = await import("./local-home.ts");
      if (!gone) stop = watchLocalHome(db, { today, week_start, weekly_goal }, setLocal);
    };
    // Without the file the server's answer stays.
    begin().catch(() => undefined);
    return () => {
      gone = true;
      stop();
      setLocal(null);
    };
  }, [db, complete, today, week_start, weekly_goal]);
  return local;
}
