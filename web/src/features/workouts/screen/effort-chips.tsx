import { useLingui } from "@lingui/react/macro";
import { KIND_LETTERS, numberSets } from "@/features/programs/set-kinds.ts";
import { useScreen } from "./screen-context.ts";
import { useEffortScale, type EffortScale } from "./use-effort-scale.ts";
import { effortTarget } from "./view-state.ts";
import styles from "./set-dock.module.css";

const RPE = [6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5, 10];
const RIR = [0, 1, 2, 3, 4, 5, 6];

/** How hard the set was: for the one just logged until another is chosen. A second tap takes it back. */
export function EffortChips() {
  const scale = useEffortScale();
  return scale === "off" ? null : <Chips scale={scale} />;
}

function Chips({ scale }: { readonly scale: Exclude<EffortScale, "off"> }) {
  const { t, i18n } = useLingui();
  const { workout, view, sets, format } = useScreen();
  const target = effortTarget(workout, view);
  if (!target) return null;
  const { set, entry } = target;
  const place = entry.sets.findIndex((one) => one.id === set.id) + 1;
  // As on the badge of the row.
  const letter = KIND_LETTERS[set.kind];
  const shown = letter ? i18n._(letter) : String(numberSets(entry.sets)[place - 1] ?? place);
  const current =
    scale === "rpe" ? (set.rpe ?? (set.rir === null ? null : 10 - set.rir)) : (set.rir ?? (set.rpe === null ? null : 10 - set.rpe));
  const choose = (value: number) => {
    const next = value === current ? null : value;
    sets.change(set, scale === "rpe" ? { rpe: next, rir: null } : { rir: next, rpe: null });
  };
  const name = scale === "rpe" ? t`RPE` : t`RIR`;
  return (
    <div className={styles.chips} role="group" aria-label={t`${name} of set ${place}`}>
      <span className={styles.chipsName} aria-hidden="true">
        {name}
        <span className={styles.chipsSet}>{t`set ${shown}`}</span>
      </span>
      {(scale === "rpe" ? RPE : RIR).map((value) => (
        <button
          key={value}
          type="button"
          className={styles.chip}
          aria-pressed={value === current}
          aria-label={`${name} ${format.number(value, 1)}`}
          onClick={() => choose(value)}
        >
          {format.number(value, 1)}
        </button>
      ))}
    </div>
  );
}
