import type { MessageDescriptor } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Search, SlidersHorizontal, Star } from "lucide-react";
import { useState } from "react";
import { useProfile } from "@/features/auth/profile.ts";
import { IconButton } from "@/ui/button.tsx";
import { ChipRow, FilterChip } from "@/ui/chip.tsx";
import { SearchField } from "@/ui/field.tsx";
import { FilterSelect } from "@/ui/filter-select.tsx";
import { EquipmentDialog } from "./equipment-dialog.tsx";
import { changeFilters, useExerciseFilters } from "./exercise-filters.ts";
import { EQUIPMENT_NAMES, MUSCLE_NAMES, type Equipment, type Muscle } from "./vocabulary.ts";
import styles from "./exercises.module.css";

/** Search and filters above the list. */
export function FilterBar() {
  const { t, i18n } = useLingui();
  const filters = useExerciseFilters();
  const profile = useProfile();
  const [editing, setEditing] = useState(false);
  const lacks_nothing = profile?.equipment === null || profile?.equipment === undefined;
  const toggleAvailable = () => {
    // The first tap asks what there is: without it the filter hides nothing.
    if (lacks_nothing && !filters.available) setEditing(true);
    changeFilters({ available: !filters.available });
  };
  const names = (table: Readonly<Record<string, MessageDescriptor>>) =>
    Object.entries(table)
      .map(([value, name]) => ({ value, label: i18n._(name) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale));
  return (
    <div className={styles.bar}>
      <SearchField
        label={t`Name, muscle or equipment`}
        icon={<Search size={20} />}
        value={filters.text}
        onChange={(event) => changeFilters({ text: event.target.value })}
      />
      <ChipRow scroll>
        <FilterChip selected={filters.favourites} onToggle={() => changeFilters({ favourites: !filters.favourites })}>
          <Star size={16} aria-hidden="true" />
          <Trans>Favourites</Trans>
        </FilterChip>
        <FilterSelect
          label={t`Muscle`}
          all={t`Any muscle`}
          value={filters.muscle}
          options={names(MUSCLE_NAMES)}
          onValue={(muscle) => changeFilters({ muscle: muscle as Muscle | "" })}
        />
        <FilterSelect
          label={t`Equipment`}
          all={t`Any equipment`}
          value={filters.equipment}
          options={names(EQUIPMENT_NAMES)}
          onValue={(equipment) => changeFilters({ equipment: equipment as Equipment | "" })}
        />
        <FilterChip selected={filters.available} onToggle={toggleAvailable}>
          <Trans>What I have</Trans>
        </FilterChip>
        <IconButton
          label={t`My equipment`}
          variant="filled"
          icon={<SlidersHorizontal size={18} aria-hidden="true" />}
          onClick={() => setEditing(true)}
        />
        <FilterChip selected={filters.own} onToggle={() => changeFilters({ own: !filters.own })}>
          <Trans>My own</Trans>
        </FilterChip>
      </ChipRow>
      {editing && profile && <EquipmentDialog owned={profile.equipment} onClose={() => setEditing(false)} />}
    </div>
  );
}
