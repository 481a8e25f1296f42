import { api, toResult } from "@/api/client.ts";
import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import type { Result } from "@/lib/result.ts";
import { openAccount } from "./session.ts";

export type SignInConfig = components["schemas"]["SignInConfig"];
export type SignInStarted = components["schemas"]["SignInStarted"];

export function getSignInConfig(): Promise<Result<SignInConfig, ApiError>> {
  return toResult(api.GET("/api/v1/auth/config"));
}

/** Ask for a link and a code. The answer is the same whether the address is known or not. */
export function startSignIn(email: string): Promise<Result<SignInStarted, ApiError>> {
  return toResult(api.POST("/api/v1/auth/magic-link/start", { body: { email } }));
}

type Proof = { readonly token: string } | { readonly email: string; readonly code: string };

/** Spend the link's token or the typed code, then open that person's data. */
export async function verifySignIn(proof: Proof): Promise<Result<void, ApiError>> {
  const answer = await toResult(api.POST("/api/v1/auth/magic-link/verify", { body: proof }));
  return answer.ok ? openAccount() : answer;
}

/** Only paths of this app: a `next` from a link must not lead elsewhere. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith("/sign-in") ? next : "/";
}
