import type { components } from "@/api/generated/schema";
import { api, toResult } from "@/api/client.ts";
import { loadPage, usePage, type Page } from "@/sync/use-page.ts";

export type Home = components["schemas"]["Home"];

const fetchHome = () => toResult(api.GET("/api/v1/home"));

export function useHome(): Page<Home> {
  return usePage("home", fetchHome);
}

/** Have the home page's document at hand before the app is first painted. */
export function loadHome(): Promise<void> {
  return loadPage("home", fetchHome);
}
