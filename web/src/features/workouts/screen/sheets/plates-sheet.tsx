import { Trans, useLingui } from "@lingui/react/macro";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Stepper } from "@/ui/stepper.tsx";
import { platesPerSide } from "@/training/plates.ts";
import { toKg } from "@/training/units.ts";
import { PlatePicture } from "../plate-picture.tsx";
import { useActive, useScreen } from "../screen-context.ts";
import { useField } from "../use-field.ts";
import styles from "./plates-sheet.module.css";

/** What goes on each side of the bar for the chosen set, as a picture and in words. */
export function PlatesSheet() {
  const { t } = useLingui();
  const { openSheet } = useScreen();
  const { set, loading, name } = useActive();
  const close = () => openSheet(null);
  return (
    <Dialog
      open
      title={t`Plates`}
      onClose={close}
      actions={
        <>
          <ButtonLink href="/settings/gym">{t`My gym`}</ButtonLink>
          <Button variant="primary" onClick={close}>
            {t`Done`}
          </Button>
        </>
      }
    >
      {set && loading.loadable.kind === "bar" ? (
        <BarPlates />
      ) : (
        <p>
          <Trans>{name} is not loaded with plates.</Trans>
        </p>
      )}
    </Dialog>
  );
}

function BarPlates() {
  const { t } = useLingui();
  const { format } = useScreen();
  const { set, loading, unit } = useActive();
  const field = useField(set as NonNullable<typeof set>, "weight");
  const { loadable, bar } = loading;
  if (loadable.kind !== "bar") return null;
  const weight = field.value ?? loading.step(null, 1);
  const found = platesPerSide(loadable, weight, unit);
  const bar_text = bar ? `${format.number(bar.weight)}\u00a0${bar.unit}` : "";
  const unit_text = (value: number) => `${format.number(value)}\u00a0${unit}`;
  return (
    <>
      <Stepper
        label={field.label}
        text={field.text}
        unit={unit}
        can_decrease={field.can_decrease}
        onStep={field.step}
        onPress={() => field.set(loading.nearest(weight))}
      />
      {found === null ? (
        <p className={styles.words}>{t`Lighter than the bar of ${bar_text}.`}</p>
      ) : (
        <>
          <PlatePicture plates={found.plates} scale={(plate) => toKg(plate.weight, plate.unit)} />
          <div className={styles.words} role="status">
            {found.plates.length === 0 ? (
              <p className={styles.main}>{t`The empty bar, ${bar_text}`}</p>
            ) : (
              <>
                <p className={styles.muted}>{t`On each side of the bar of ${bar_text}`}</p>
                <p className={styles.main}>
                  {found.plates
                    .map(({ weight: plate, unit: plate_unit, pieces }) => {
                      const text = plate_unit === unit ? format.number(plate) : `${format.number(plate)}\u00a0${plate_unit}`;
                      return pieces === 1 ? text : `${pieces}\u00a0×\u00a0${text}`;
                    })
                    .join("  +  ")}
                </p>
              </>
            )}
            {found.missing > 0 && (
              <p className={styles.warn}>
                {t`${unit_text(weight)} cannot be loaded with these plates; this is ${unit_text(Math.round(found.weight * 100) / 100)}.`}
              </p>
            )}
          </div>
        </>
      )}
    </>
  );
}
