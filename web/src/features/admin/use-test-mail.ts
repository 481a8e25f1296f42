import { useEffect, useRef, useState } from "react";
import type { ApiError } from "@/api/problem.ts";
import { findMail, sendTestMail, type MailTested } from "./commands.ts";
import { outcomeOf, type TestOutcome } from "./test-outcome.ts";

const ASK_EVERY_MS = 700;
/** A mail server is given twenty seconds to answer. */
const ASK_TIMES = 40;

interface TestMail {
  readonly email: string;
  readonly outcome: TestOutcome;
}

/** Send a test mail and follow what becomes of it, as long as this is shown. */
export function useTestMail(onSettled: () => void) {
  const [test, setTest] = useState<TestMail | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const is_shown = useRef(false);
  useEffect(() => {
    is_shown.current = true;
    return () => {
      is_shown.current = false;
    };
  }, []);

  const send = async (email: string) => {
    setBusy(true);
    setError(null);
    setTest(null);
    const sent = await sendTestMail(email);
    if (sent.ok) await follow(email, sent.value);
    else setError(sent.error);
    setBusy(false);
    onSettled();
  };

  const follow = async (email: string, { mail_id, delivery }: MailTested) => {
    setTest({ email, outcome: { status: "asking" } });
    for (let asked = 1; asked <= ASK_TIMES && is_shown.current; asked += 1) {
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
      const found = await findMail(mail_id);
      if (!found.ok) {
        setError(found.error);
        return;
      }
      const outcome = outcomeOf(found.value, delivery, asked === ASK_TIMES);
      setTest({ email, outcome });
      if (outcome.status !== "asking") return;
    }
  };

  return { test, error, busy, send };
}
