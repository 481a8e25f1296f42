import { screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { renderInApp } from "@/test-render.tsx";
import { currentDb, deleteCurrentDb } from "./current.ts";
import { openDb } from "./open.ts";
import { createSharedLive } from "./shared-live.ts";

let reads = 0;
const { useValue: useNote } = createSharedLive(async (db) => {
  reads += 1;
  return (await db.state.get("note"))?.value as string | undefined;
});

function Note() {
  return <p>{useNote() ?? "nothing"}</p>;
}

const write = (value: string) => currentDb().state.put({ key: "note", value });

afterEach(() => deleteCurrentDb());

describe("createSharedLive", () => {
  it("reads once for all who listen, and again when the row changes", async () => {
    openDb(`shared-${crypto.randomUUID()}`);
    await write("old");
    reads = 0;
    renderInApp([<Note key="a" />, <Note key="b" />]);
    expect(await screen.findAllByText("old")).toHaveLength(2);
    expect(reads).toBe(1);
    await write("new");
    expect(await screen.findAllByText("new")).toHaveLength(2);
  });

  it("shows nothing of the account before when another one is opened", async () => {
    openDb(`shared-${crypto.randomUUID()}`);
    await write("anna's");
    renderInApp(<Note />);
    expect(await screen.findByText("anna's")).toBeTruthy();
    await deleteCurrentDb();
    expect(await screen.findByText("nothing")).toBeTruthy();
    openDb(`shared-${crypto.randomUUID()}`);
    await write("bernd's");
    expect(await screen.findByText("bernd's")).toBeTruthy();
  });
});
