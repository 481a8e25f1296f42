import { act, renderHook, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { UNREACHABLE, type ApiError } from "@/api/problem.ts";
import type { Result } from "@/lib/result.ts";
import { usePaged, type Paged, type PageOf } from "./use-paged.ts";

type Reply = (answer: Result<PageOf<string>, ApiError>) => void;

/** A server that answers when the test says so; `asked` holds key, cursor and limit of every request. */
function paged() {
  const asked: string[] = [];
  const replies: Reply[] = [];
  const hook = renderHook(
    ({ key }) =>
      usePaged(key, (cursor, limit) => {
        asked.push(`${key} ${cursor ?? "-"} ${limit}`);
        return new Promise<Result<PageOf<string>, ApiError>>((resolve) => replies.push(resolve));
      }),
    { initialProps: { key: "a" } },
  );
  const answer = (place: number, rows: readonly string[], next_cursor: string | null) =>
    act(async () => replies[place]?.({ ok: true, value: { rows, total: 9, next_cursor } }));
  const fail = (place: number) => act(async () => replies[place]?.({ ok: false, error: UNREACHABLE }));
  return { ...hook, asked, answer, fail };
}

const rowsOf = ({ list }: Paged<string>) => (list.status === "ready" ? list.data.rows : list.status);

describe("a list that grows at its end", () => {
  it("goes on behind the last row, and asks once however often it is told to", async () => {
    const { result, asked, answer } = paged();
    expect(rowsOf(result.current)).toBe("loading");
    await answer(0, ["1", "2"], "after-2");
    act(() => result.current.more());
    act(() => result.current.more());
    expect(result.current.loading_more).toBe(true);
    await answer(1, ["3"], null);
    expect(rowsOf(result.current)).toEqual(["1", "2", "3"]);
    act(() => result.current.more());
    expect(asked).toEqual(["a - 50", "a after-2 50"]);
  });

  it("begins anew with another key and drops what was asked for before", async () => {
    const { result, rerender, answer } = paged();
    await answer(0, ["1"], "after-1");
    act(() => result.current.more());
    rerender({ key: "b" });
    await answer(2, ["x"], null);
    await answer(1, ["2"], null);
    expect(rowsOf(result.current)).toEqual(["x"]);
    expect(result.current.loading_more).toBe(false);
  });

  it("keeps what it shows when it cannot be asked for again", async () => {
    const { result, answer, fail } = paged();
    await answer(0, ["1"], null);
    act(() => {
      if (result.current.list.status === "ready") result.current.list.refresh();
    });
    await fail(1);
    await waitFor(() => expect(result.current.list).toMatchObject({ status: "ready", error: UNREACHABLE }));
    expect(rowsOf(result.current)).toEqual(["1"]);
  });

  it("says so when it was never there", async () => {
    const { result, fail } = paged();
    await fail(0);
    expect(rowsOf(result.current)).toBe("failed");
  });
});
