import type { Exercise, Metric, Profile, Workout } from "@/db/documents.ts";
import type { ChangeFeed } from "@/sync/pull.ts";

/** Documents with believable values; a test names only what it is about. */
export function buildWorkout(overrides: Partial<Workout> = {}): Workout {
  return {
    id: "019a0000-0000-7000-8000-000000000001",
    rev: 1,
    started_at: "2026-11-20T17:00:00.000Z",
    finished_at: "2026-11-20T18:05:00.000Z",
    has_time: true,
    time_zone: "Europe/Berlin",
    local_date: "2026-11-20",
    title: "Push",
    notes: "",
    bodyweight_kg: null,
    source: "manual",
    template_id: null,
    exercises: [],
    ...overrides,
  };
}

export function buildExercise(overrides: Partial<Exercise> = {}): Exercise {
  return {
    id: "019a0000-0000-7000-8000-0000000000e1",
    slug: "bench-press-barbell",
    name: "Bench Press (Barbell)",
    equipment: "barbell",
    tracking: "weight_reps",
    primary_muscles: ["chest"],
    secondary_muscles: ["triceps", "shoulders"],
    unilateral: false,
    bodyweight_share: null,
    mechanic: "compound",
    force: "push",
    category: "strength",
    cue: null,
    aliases: [],
    facts_name: null,
    notes: "",
    favourite: false,
    weight_unit: null,
    is_custom: false,
    is_archived: false,
    ...overrides,
  };
}

export function buildMetric(overrides: Partial<Metric> = {}): Metric {
  return {
    id: "019a0000-0000-7000-8000-0000000000a1",
    rev: 1,
    metric: "body_weight",
    measured_at: "2026-11-20T06:00:00.000Z",
    local_date: "2026-11-20",
    value: 81.4,
    unit: "kg",
    notes: "",
    source: "manual",
    ...overrides,
  };
}

export function buildProfile(overrides: Partial<Profile> = {}): Profile {
  return {
    id: "019a0000-0000-7000-8000-0000000000b1",
    email: "lena@example.org",
    is_email_verified: true,
    is_admin: false,
    created_at: "2026-01-01T00:00:00.000Z",
    last_login_at: null,
    session_created_at: "2026-11-20T06:00:00.000Z",
    session_expires_at: "2026-12-20T06:00:00.000Z",
    delete_after: null,
    display_name: "Lena",
    language: "en",
    weight_unit: "kg",
    length_unit: "cm",
    distance_unit: "km",
    time_zone: "Europe/Berlin",
    week_start: 1,
    weekly_goal: 4,
    equipment: null,
    welcomed: true,
    effort_scale: "rpe",
    rest: { default_s: 120, warm_up_s: 60, working_s: null, drop_s: 0, back_off_s: null, amrap_s: null, failure_s: null },
    timer_sound: true,
    timer_vibration: true,
    keep_awake: true,
    gym: null,
    ...overrides,
  };
}

export function buildFeed(overrides: Partial<ChangeFeed> = {}): ChangeFeed {
  return { changes: [], checkpoint: 0, more: false, reset: false, server_time_ms: 0, ...overrides };
}
