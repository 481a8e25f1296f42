import { api, toResult } from "@/api/client.ts";
import type { ApiError } from "@/api/problem.ts";
import type { components } from "@/api/generated/schema";
import { getSignInConfig, type SignInConfig } from "@/features/auth/sign-in.ts";
import type { Result } from "@/lib/result.ts";
import "./error-texts.ts";
import { useRemote, type Remote } from "./use-remote.ts";

type Schemas = components["schemas"];
export type Passkey = Readonly<Schemas["PasskeyRead"]>;
export type PasskeyList = Readonly<Schemas["PasskeyList"]>;
export type Device = Readonly<Schemas["SessionList"]["sessions"][number]>;
export type Token = Readonly<Schemas["ApiTokenRead"]>;
export type Identity = Readonly<Schemas["IdentityRead"]>;
export type EmailChange = Readonly<Schemas["EmailChangeRead"]>;

export const getPasskeys = () => toResult(api.GET("/api/v1/auth/webauthn/credentials"));
const getDevices = () => toResult(api.GET("/api/v1/auth/sessions"));
const getIdentities = () => toResult(api.GET("/api/v1/auth/identities"));
const getTokens = () => toResult(api.GET("/api/v1/auth/tokens"));
const getEmailChange = () => toResult(api.GET("/api/v1/auth/email/change"));

/** What this server allows: whether passkeys can work, and how mail is delivered. */
export function useConfig(): Remote<SignInConfig> {
  return useRemote(getSignInConfig);
}

export function usePasskeys(): Remote<PasskeyList> {
  return useRemote(getPasskeys);
}

export function useDevices(): Remote<Readonly<Schemas["SessionList"]>> {
  return useRemote(getDevices);
}

export function useIdentities(): Remote<Readonly<Schemas["IdentityList"]>> {
  return useRemote(getIdentities);
}

/** Let an identity no longer enter the account. */
export function unlinkIdentity(identity_id: string): Promise<Result<unknown, ApiError>> {
  return toResult(api.DELETE("/api/v1/auth/identities/{identity_id}", { params: { path: { identity_id } } }));
}

export function useTokens(): Remote<Readonly<Schemas["ApiTokenList"]>> {
  return useRemote(getTokens);
}

/** The change of address that waits for its mailboxes, or null. */
export function useEmailChange(): Remote<Readonly<Schemas["EmailChangeState"]>> {
  return useRemote(getEmailChange);
}
