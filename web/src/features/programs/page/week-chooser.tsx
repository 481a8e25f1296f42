import { useLingui } from "@lingui/react/macro";
import { Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { ChipRow, FilterChip } from "@/ui/chip.tsx";
import styles from "./page.module.css";

interface WeekChooserProps {
  readonly weeks: readonly string[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  /** Show further weeks. */
  readonly onMore?: (() => void) | undefined;
}

/** One week at a time: a row of chips that scrolls sideways. */
export function WeekChooser({ weeks, chosen, onChoose, onMore }: WeekChooserProps) {
  const { t } = useLingui();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chip = row.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
    const scroller = chip?.parentElement;
    // Sideways only: the page itself stays where it is.
    if (chip && scroller) scroller.scrollLeft = chip.offsetLeft - (scroller.clientWidth - chip.offsetWidth) / 2;
  }, [chosen]);
  if (weeks.length < 2 && !onMore) return null;
  return (
    <div className={styles.weekRow} role="group" aria-label={t`Weeks`} ref={row}>
      <ChipRow scroll>
        {weeks.map((label, index) => (
          <FilterChip key={label} selected={index === chosen} onToggle={() => onChoose(index)}>
            {label}
          </FilterChip>
        ))}
        {onMore && (
          <FilterChip selected={false} onToggle={onMore}>
            <Plus size={16} aria-hidden="true" />
            {t`More weeks`}
          </FilterChip>
        )}
      </ChipRow>
    </div>
  );
}
