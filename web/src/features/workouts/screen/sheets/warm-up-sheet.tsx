import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { warmUpSets } from "@/training/warmup.ts";
import { roundTo } from "@/lib/decimal.ts";
import { plannedSet } from "../../planned-sets.ts";
import { useActive, useScreen } from "../screen-context.ts";
import { shownWeight } from "../use-field.ts";
import styles from "./warm-up-sheet.module.css";

/** Warm-up sets worked out from the first working set, to look at before they go in. */
export function WarmUpSheet() {
  const { t } = useLingui();
  const { sets, openSheet, format } = useScreen();
  const { entry, loading, unit } = useActive();
  const target = entry.sets.find((set) => set.kind !== "warm_up" && set.weight !== null);
  const weight = target ? shownWeight(target, unit) : null;
  const found = weight === null ? [] : warmUpSets(loading.loadable, weight, unit, target?.reps ?? null);
  const there = entry.sets.filter((set) => set.kind === "warm_up").length;
  const close = () => openSheet(null);
  const goal = weight === null ? "" : `${format.number(weight)}\u00a0${unit}${target?.reps ? `\u00a0×\u00a0${target.reps}` : ""}`;
  return (
    <Dialog
      open
      title={t`Warm-up sets`}
      onClose={close}
      actions={
        found.length > 0 ? (
          <Button
            variant="primary"
            onClick={() => {
              close();
              sets.addFirst(
                found.map((one) =>
                  plannedSet({ kind: "warm_up", weight: roundTo(one.weight, 2), weight_unit: unit, reps: one.reps }),
                ),
              );
            }}
          >
            <Plural value={found.length} one="Add # warm-up set" other="Add # warm-up sets" />
          </Button>
        ) : undefined
      }
    >
      {found.length === 0 ? (
        <p>
          {weight === null ? (
            <Trans>Give the first working set a weight; the warm-up is worked out from it.</Trans>
          ) : (
            <Trans>{goal} is so light that it needs no warm-up.</Trans>
          )}
        </p>
      ) : (
        <>
          <p className={styles.muted}>
            <Trans>Up to {goal}, with weights that can be loaded.</Trans>
          </p>
          <ol className={styles.list}>
            {found.map((one) => (
              <li key={one.weight} className={styles.row}>
                <span
                  className={styles.bar}
                  style={{ inlineSize: `${Math.round((100 * one.weight) / (weight ?? one.weight))}%` }}
                  aria-hidden="true"
                />
                <span className={styles.weight}>{`${format.number(roundTo(one.weight, 2))}\u00a0${unit}`}</span>
                <span className={styles.reps}>× {one.reps}</span>
              </li>
            ))}
          </ol>
          {there > 0 && (
            <p className={styles.muted}>
              <Trans>There are warm-up sets already; these come before them.</Trans>
            </p>
          )}
        </>
      )}
    </Dialog>
  );
}
