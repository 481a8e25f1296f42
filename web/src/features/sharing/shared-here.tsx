import { Trans, useLingui } from "@lingui/react/macro";
import { LayoutList, Users } from "lucide-react";
import { useState } from "react";
import { useTerm } from "@/features/programs/model/use-term.ts";
import { Button } from "@/ui/button.tsx";
import { Chip } from "@/ui/chip.tsx";
import { List, Row } from "@/ui/list.tsx";
import { Section } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { StaleNote } from "@/ui/states.tsx";
import { useShelf, type ShelfItem } from "./queries.ts";
import styles from "./sharing.module.css";

const FIRST = 5;

/** What people of this instance show each other: a few at first, the library is below. */
export function SharedHere() {
  const { t } = useLingui();
  const page = useShelf();
  const [all, setAll] = useState(false);
  const items = page.status === "ready" ? page.data : [];
  const shown = all ? items : items.slice(0, FIRST);
  return (
    <Section title={t`Shared here`}>
      {page.status === "loading" && <Skeleton heights={[56]} />}
      {page.status === "failed" && (
        <p className={styles.muted}>
          <Trans>What others here share comes with a connection.</Trans>
        </p>
      )}
      {page.status === "ready" && page.error && (
        <StaleNote>
          <Trans>As of the last connection</Trans>
        </StaleNote>
      )}
      {page.status === "ready" && items.length === 0 && (
        <p className={styles.muted}>
          <Trans>Nothing yet. Share a program of yours and show it on the shelf.</Trans>
        </p>
      )}
      {shown.length > 0 && (
        <List label={t`Shared here`}>
          {shown.map((item) => (
            <ShelfRow key={item.token} item={item} />
          ))}
        </List>
      )}
      {items.length > shown.length && (
        <Button wide onClick={() => setAll(true)}>
          {t`Show all ${items.length}`}
        </Button>
      )}
    </Section>
  );
}

function ShelfRow({ item }: { readonly item: ShelfItem }) {
  const { t } = useLingui();
  const term = useTerm();
  const { kind, days, weeks, level, author_name } = item;
  const facts = [
    kind === "template" && t`Template`,
    days !== null && t`${days} days`,
    weeks !== null && weeks > 1 && t`${weeks} weeks`,
    level !== "" && term(level),
    author_name !== null && t`by ${author_name}`,
  ];
  const icon = kind === "template" ? <LayoutList size={22} aria-hidden="true" /> : <Users size={22} aria-hidden="true" />;
  return (
    <Row
      href={`/shared/${item.token}`}
      leading={icon}
      title={item.title}
      subtitle={facts.filter(Boolean).join(" · ")}
      trailing={item.is_own ? <Chip>{t`Yours`}</Chip> : undefined}
    />
  );
}
