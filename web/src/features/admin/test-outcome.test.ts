import { describe, expect, it } from "vitest";
import type { Mail } from "./queries.ts";
import { outcomeOf } from "./test-outcome.ts";

const MAIL: Mail = {
  id: "1",
  kind: "auth.test",
  recipient: "ada@example.org",
  created_at: "2026-11-27T12:00:00.000Z",
  attempts: 0,
  state: "waiting",
  sent_at: null,
  next_try_at: "2026-11-27T12:00:02.000Z",
  last_error: null,
};

describe("what becomes of a test mail", () => {
  it("is asked for until something is known, and left open at last", () => {
    expect(outcomeOf(MAIL, "mail", false).status).toBe("asking");
    expect(outcomeOf(MAIL, "mail", true).status).toBe("unknown");
  });

  it("is that the mail server took it, or that it was only printed", () => {
    const sent = { ...MAIL, state: "sent", sent_at: MAIL.created_at } as const;
    expect(outcomeOf(sent, "mail", false).status).toBe("handed_over");
    expect(outcomeOf(sent, "console", false).status).toBe("printed");
  });

  it("is why it was put off or refused", () => {
    expect(outcomeOf({ ...MAIL, attempts: 1, last_error: "connection refused" }, "mail", false)).toEqual({
      status: "put_off",
      error: "connection refused",
      next_try_at: MAIL.next_try_at,
    });
    const refused = { ...MAIL, state: "failed", next_try_at: null, last_error: "550 no such mailbox" } as const;
    expect(outcomeOf(refused, "mail", false)).toEqual({ status: "refused", error: "550 no such mailbox" });
  });
});
