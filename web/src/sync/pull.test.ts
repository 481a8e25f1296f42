import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UNREACHABLE } from "@/api/problem.ts";
import { toExerciseRow } from "@/db/changes.ts";
import { createLocalDb, type LocalDb } from "@/db/schema.ts";
import { err, ok } from "@/lib/result.ts";
import { buildExercise, buildFeed, buildMetric, buildProfile, buildWorkout } from "@/test-builders.ts";
import { pullChanges, type ChangeFeed, type FetchChanges } from "./pull.ts";
import { isWhole, readCheckpoint } from "./sync-state.ts";

type Change = ChangeFeed["changes"][number];

let db: LocalDb;

beforeEach(() => {
  db = createLocalDb(`pull-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

function changed(kind: Change["kind"], data: { id: string }, rev = 1): Change {
  return { kind, id: data.id, rev, deleted: false, data: { ...data } };
}

/** A server that answers with these pages in order and remembers what it was asked. */
function serverOf(...pages: ChangeFeed[]): { fetchChanges: FetchChanges; asked: number[] } {
  const asked: number[] = [];
  const fetchChanges: FetchChanges = (since) => {
    asked.push(since);
    return Promise.resolve(ok(pages[asked.length - 1] ?? buildFeed({ checkpoint: since })));
  };
  return { fetchChanges, asked };
}

describe("pullChanges", () => {
  it("knows that a first pull cut in the middle brought only a part, and when the rest has come", async () => {
    const first = buildFeed({ checkpoint: 5, more: true, changes: [changed("metric", buildMetric())] });
    const cut: FetchChanges = (since) => Promise.resolve(since === 0 ? ok(first) : err(UNREACHABLE));
    await pullChanges(db, cut);
    expect(await readCheckpoint(db)).toBe(5);
    expect(await isWhole(db)).toBe(false);
    await pullChanges(db, serverOf(buildFeed({ checkpoint: 8, more: true }), buildFeed({ checkpoint: 9 })).fetchChanges);
    expect(await isWhole(db)).toBe(true);
    // Later pulls of several pages bring changes to a whole history.
    await pullChanges(db, (since) =>
      Promise.resolve(since === 9 ? ok(buildFeed({ checkpoint: 10, more: true })) : err(UNREACHABLE)),
    );
    expect(await isWhole(db)).toBe(true);
  });

  it("begins anew with a part after a reset", async () => {
    await pullChanges(db, serverOf(buildFeed({ checkpoint: 9 })).fetchChanges);
    const reset: FetchChanges = (since) =>
      Promise.resolve(
        since === 9
          ? ok(buildFeed({ reset: true }))
          : since === 0
            ? ok(buildFeed({ checkpoint: 3, more: true }))
            : err(UNREACHABLE),
      );
    await pullChanges(db, reset);
    expect(await isWhole(db)).toBe(false);
  });

  it("stores every kind of document and remembers the checkpoint", async () => {
    const workout = buildWorkout({
      exercises: [
        { id: "we1", exercise_id: "bench", position: 0, superset: null, notes: "", sets: [] },
        { id: "we2", exercise_id: "row", position: 1, superset: null, notes: "", sets: [] },
        { id: "we3", exercise_id: "bench", position: 2, superset: null, notes: "", sets: [] },
      ],
    });
    const own = buildExercise({ id: "own", slug: null, is_custom: true });
    const profile = buildProfile();
    const { fetchChanges } = serverOf(
      buildFeed({
        checkpoint: 9,
        changes: [
          changed("workout", workout),
          changed("exercise", own),
          changed("metric", buildMetric()),
          changed("profile", profile),
          changed("exercise_preference", { id: "bench" }),
        ],
      }),
    );

    expect(await pullChanges(db, fetchChanges)).toEqual(ok({ changes: 5 }));
    expect(await readCheckpoint(db)).toBe(9);
    expect(await db.workouts.where("exercise_ids").equals("row").count()).toBe(1);
    expect((await db.workouts.get(workout.id))?.exercise_ids).toEqual(["bench", "row"]);
    expect((await db.exercises.get("own"))?.origin).toBe("own");
    expect(await db.metrics.count()).toBe(1);
    expect((await db.profile.get("me"))?.email).toBe(profile.email);
    expect(await db.exercise_preferences.count()).toBe(1);
  });

  it("asks page after page, each from the checkpoint of the one before", async () => {
    const { fetchChanges, asked } = serverOf(
      buildFeed({ checkpoint: 2, more: true, changes: [changed("workout", buildWorkout({ id: "a" }))] }),
      buildFeed({ checkpoint: 4, more: true, changes: [changed("workout", buildWorkout({ id: "b" }))] }),
      buildFeed({ checkpoint: 5, changes: [changed("workout", buildWorkout({ id: "c" }))] }),
    );
    expect(await pullChanges(db, fetchChanges)).toEqual(ok({ changes: 3 }));
    expect(asked).toEqual([0, 2, 4]);
    expect(await db.workouts.count()).toBe(3);
  });

  it("removes what was deleted", async () => {
    const workout = buildWorkout();
    const { fetchChanges } = serverOf(
      buildFeed({ checkpoint: 1, changes: [changed("workout", workout)] }),
      buildFeed({ checkpoint: 2, changes: [{ kind: "workout", id: workout.id, rev: 2, deleted: true, data: null }] }),
    );
    await pullChanges(db, fetchChanges);
    await pullChanges(db, fetchChanges);
    expect(await db.workouts.count()).toBe(0);
  });

  it("changes nothing when the same page comes twice", async () => {
    const feed = buildFeed({ checkpoint: 1, changes: [changed("workout", buildWorkout())] });
    const { fetchChanges } = serverOf(feed, feed);
    await pullChanges(db, fetchChanges);
    const before = await db.workouts.toArray();
    await pullChanges(db, fetchChanges);
    expect(await db.workouts.toArray()).toEqual(before);
  });

  it("continues after a lost connection where the last stored page ended", async () => {
    const good = serverOf(buildFeed({ checkpoint: 3, more: true, changes: [changed("workout", buildWorkout())] }));
    let calls = 0;
    const failing: FetchChanges = (since) => {
      calls += 1;
      return calls === 1 ? good.fetchChanges(since) : Promise.resolve(err(UNREACHABLE));
    };
    expect(await pullChanges(db, failing)).toEqual(err(UNREACHABLE));
    const later = serverOf(buildFeed({ checkpoint: 4 }));
    await pullChanges(db, later.fetchChanges);
    expect(later.asked).toEqual([3]);
    expect(await db.workouts.count()).toBe(1);
  });

  it("starts over when the server asks for it, and keeps the library", async () => {
    await db.exercises.bulkPut([toExerciseRow(buildExercise()), toExerciseRow(buildExercise({ id: "own", is_custom: true }))]);
    const first = serverOf(buildFeed({ checkpoint: 50, changes: [changed("workout", buildWorkout({ id: "gone" }))] }));
    await pullChanges(db, first.fetchChanges);
    const { fetchChanges, asked } = serverOf(
      buildFeed({ checkpoint: 0, reset: true }),
      buildFeed({ checkpoint: 7, changes: [changed("workout", buildWorkout({ id: "kept" }))] }),
    );
    await pullChanges(db, fetchChanges);
    expect(asked).toEqual([50, 0]);
    expect(await db.workouts.toCollection().primaryKeys()).toEqual(["kept"]);
    expect((await db.exercises.toArray()).map((exercise) => exercise.origin)).toEqual(["library"]);
    expect(await readCheckpoint(db)).toBe(7);
  });

  it("ends when a server says more but does not move on", async () => {
    const stuck: FetchChanges = (since) => Promise.resolve(ok(buildFeed({ checkpoint: since, more: true })));
    expect(await pullChanges(db, stuck)).toEqual(ok({ changes: 0 }));
  });

  it("marks cached pages stale only when something changed", async () => {
    await db.pages.put({ key: "home", data: {}, fetched_at_ms: 1, stale: false });
    await pullChanges(db, serverOf(buildFeed({ checkpoint: 1 })).fetchChanges);
    expect((await db.pages.get("home"))?.stale).toBe(false);
    await pullChanges(db, serverOf(buildFeed({ checkpoint: 2, changes: [changed("workout", buildWorkout())] })).fetchChanges);
    expect((await db.pages.get("home"))?.stale).toBe(true);
  });

  it("leaves documents fetched during the first pull as they are", async () => {
    await db.pages.put({ key: "home", data: {}, fetched_at_ms: 1, stale: false });
    const workouts = Array.from({ length: 25 }, (_, index) => changed("workout", buildWorkout({ id: `w${index}` })));
    await pullChanges(db, serverOf(buildFeed({ checkpoint: 2, changes: workouts })).fetchChanges);
    expect(await db.workouts.count()).toBe(25);
    expect((await db.pages.get("home"))?.stale).toBe(false);
  });

  it("keeps the session's fields when the feed sends the profile without them", async () => {
    await db.profile.put({ ...buildProfile(), key: "me" });
    const { fetchChanges } = serverOf(
      buildFeed({ checkpoint: 1, changes: [changed("profile", { id: "p", weight_unit: "lb" } as { id: string })] }),
    );
    await pullChanges(db, fetchChanges);
    expect(await db.profile.get("me")).toMatchObject({ email: "lena@example.org", weight_unit: "lb" });
  });
});
