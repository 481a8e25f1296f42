import { api, toResult } from "@/api/client.ts";
import type { ApiError } from "@/api/problem.ts";
import { ok, type Result } from "@/lib/result.ts";
import { findSession, refreshMe } from "./session.ts";

/** Confirm one side of a change of address. `moved` once the other side has confirmed as well. */
export async function confirmEmail(token: string): Promise<Result<"moved" | "waiting", ApiError>> {
  const answer = await toResult(api.POST("/api/v1/auth/email/verify", { body: { token } }));
  if (!answer.ok) return answer;
  // The address is shown in places; where nobody is signed in, the next sign-in brings it.
  if (answer.value.done && findSession().status === "signed_in") await refreshMe();
  return ok(answer.value.done ? "moved" : "waiting");
}
