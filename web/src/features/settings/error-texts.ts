/** Refusals of every slice can stand on the device page: their sentences come along. */
import "@/features/exercises/error-texts.ts";
import "@/features/programs/error-texts.ts";
import "@/features/recovery/error-texts.ts";
import "@/features/workouts/error-texts.ts";
