import { useLingui } from "@lingui/react/macro";
import { KeySquare } from "lucide-react";
import { lazy, Suspense } from "react";
import { changeProfile, useProfile } from "@/features/auth/profile.ts";
import { chooseLocale, LOCALE_NAMES, LOCALES, type Locale } from "@/i18n/locale.ts";
import { updatePreferences, usePreferences } from "@/lib/preferences.ts";
import { Card } from "@/ui/card.tsx";
import { Select } from "@/ui/field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { List, Row } from "@/ui/list.tsx";
import { Columns, Page } from "@/ui/page.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { AccountRows } from "./account-rows.tsx";
import { GymFloorSettings } from "./gym-floor-settings.tsx";
import { TimeZoneSelect } from "./time-zone-select.tsx";

const ICON = { size: 22, "aria-hidden": true } as const;

/** For the few who need it, and it needs the server: without a network there is simply no banner. */
const LeavingBanner = lazy(() =>
  import("@/features/account/leaving-banner.tsx").then(
    ({ LeavingBanner: Banner }) => ({ default: Banner }),
    () => ({ default: () => null }),
  ),
);

/** Every choice takes effect at once; there is no save button. */
export function SettingsPage() {
  const { t } = useLingui();
  const profile = useProfile();
  return (
    <Page title={t`Settings`} back="/more" wide>
      {profile?.delete_after && (
        <Suspense>
          <LeavingBanner />
        </Suspense>
      )}
      <Columns
        aside={
          <>
            <Appearance />
            <AccountEntries />
          </>
        }
        aside_first
      >
        {profile ? (
          <>
            <Training profile={profile} />
            <GymFloorSettings profile={profile} />
          </>
        ) : (
          <Skeleton heights={[480, 480]} />
        )}
      </Columns>
    </Page>
  );
}

function AccountEntries() {
  const { t } = useLingui();
  return (
    <List label={t`Account`}>
      <AccountRows />
      <Row href="/settings/tokens" leading={<KeySquare {...ICON} />} title={t`API tokens`} subtitle={t`For your own scripts`} />
    </List>
  );
}

function Appearance() {
  const { t, i18n } = useLingui();
  const { theme } = usePreferences();
  const chooseLanguage = async (locale: Locale) => {
    await chooseLocale(locale);
    await changeProfile({ language: locale });
  };
  return (
    <Card title={t`Appearance`}>
      <Segmented
        label={t`Theme`}
        show_label
        value={theme}
        options={[
          { value: "system", label: t`System` },
          { value: "light", label: t`Light` },
          { value: "dark", label: t`Dark` },
        ]}
        onValue={(value) => updatePreferences({ theme: value })}
      />
      <Select
        label={t`Language`}
        value={i18n.locale as Locale}
        options={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))}
        onValue={(locale) => void chooseLanguage(locale)}
      />
    </Card>
  );
}

type Profile = NonNullable<ReturnType<typeof useProfile>>;

function Training({ profile }: { readonly profile: Profile }) {
  const { t } = useLingui();
  return (
    <Card title={t`Training`}>
      <Segmented
        label={t`Weights in`}
        show_label
        value={profile.weight_unit}
        options={[
          { value: "kg", label: t`Kilograms` },
          { value: "lb", label: t`Pounds` },
        ]}
        onValue={(weight_unit) => void changeProfile({ weight_unit })}
      />
      <Segmented
        label={t`Body measures in`}
        show_label
        value={profile.length_unit}
        options={[
          { value: "cm", label: t`Centimetres` },
          { value: "in", label: t`Inches` },
        ]}
        onValue={(length_unit) => void changeProfile({ length_unit })}
      />
      <Segmented
        label={t`Distances in`}
        show_label
        value={profile.distance_unit}
        options={[
          { value: "km", label: t`Kilometres` },
          { value: "mi", label: t`Miles` },
        ]}
        onValue={(distance_unit) => void changeProfile({ distance_unit })}
      />
      <Segmented
        label={t`The week starts on`}
        show_label
        value={profile.week_start === 7 ? "7" : "1"}
        options={[
          { value: "1", label: t`Monday` },
          { value: "7", label: t`Sunday` },
        ]}
        onValue={(day) => void changeProfile({ week_start: Number(day) })}
      />
      <NumberField
        label={t`Workouts per week I aim for`}
        value={profile.weekly_goal}
        min={1}
        max={14}
        digits={0}
        onValue={(weekly_goal) => {
          if (weekly_goal !== null) void changeProfile({ weekly_goal });
        }}
      />
      <TimeZoneSelect value={profile.time_zone} onValue={(time_zone) => void changeProfile({ time_zone })} />
    </Card>
  );
}
