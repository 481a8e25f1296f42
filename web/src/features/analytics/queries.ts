import type { components } from "@/api/generated/schema";
import { api, toResult } from "@/api/client.ts";
import type { ApiError } from "@/api/problem.ts";
import type { Result } from "@/lib/result.ts";
import { loadPage, usePage, type Page } from "@/sync/use-page.ts";

type Schemas = components["schemas"];
export type Home = Schemas["Home"];
export type ExerciseHistory = Schemas["ExerciseHistory"];
export type TrendDay = Schemas["TrendDay"];
export type TrendSummary = Schemas["TrendSummary"];
export type ExerciseSession = Schemas["ExerciseSession"];
export type HistoryRange = ExerciseHistory["range"];

const fetchHome = () => toResult(api.GET("/api/v1/home"));

export function useHome(): Page<Home> {
  return usePage("home", fetchHome);
}

/** Have the home page's document at hand before the app is first painted. */
export function loadHome(): Promise<void> {
  return loadPage("home", fetchHome);
}

export function useExerciseHistory(exercise_id: string, range: HistoryRange): Page<ExerciseHistory> {
  return usePage(`exercise_history:${exercise_id}:${range}`, () =>
    toResult(api.GET("/api/v1/exercises/{exercise_id}/history", { params: { path: { exercise_id }, query: { range } } })),
  );
}

/** The next page of an exercise's sessions, after those of its history. */
export function fetchSessions(exercise_id: string, cursor: string): Promise<Result<Schemas["SessionPage"], ApiError>> {
  return toResult(
    api.GET("/api/v1/exercises/{exercise_id}/sessions", { params: { path: { exercise_id }, query: { cursor, limit: 20 } } }),
  );
}
