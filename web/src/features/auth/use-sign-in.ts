import { useEffect, useState } from "react";
import type { Profile } from "@/db/documents.ts";
import { findOwner, useSession } from "./session.ts";
import { getSignInConfig, type SignInConfig, type SignInStarted } from "./sign-in.ts";

/** How far a sign-in has come: what the server offers, which address, and whether a code was sent. */
export interface SignInState {
  readonly config: SignInConfig | null;
  /** Whose data is on this device, when their session has expired. */
  readonly owner: Profile | null;
  readonly email: string;
  readonly setEmail: (email: string) => void;
  readonly started: SignInStarted | null;
  readonly setStarted: (started: SignInStarted | null) => void;
}

export function useSignIn(): SignInState {
  const { status } = useSession();
  const [config, setConfig] = useState<SignInConfig | null>(null);
  const [owner, setOwner] = useState<Profile | null>(null);
  const [typed, setEmail] = useState<string | null>(null);
  const [started, setStarted] = useState<SignInStarted | null>(null);
  useEffect(() => {
    void getSignInConfig().then((answer) => {
      if (answer.ok) setConfig(answer.value);
    });
  }, []);
  useEffect(() => {
    if (status === "expired") void findOwner().then((found) => setOwner(found ?? null));
  }, [status]);
  return { config, owner, email: typed ?? owner?.email ?? "", setEmail, started, setStarted };
}
