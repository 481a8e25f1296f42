import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useFormat } from "@/features/auth/use-format.ts";
import { Notice } from "@/ui/states.tsx";
import type { Concern } from "./attention.ts";
import { formatBytes } from "./bytes.ts";
import { jobWords } from "./job-words.ts";
import { useDayTime } from "./use-day-time.ts";
import styles from "./admin.module.css";

/** What needs attention first, each with the place where it can be seen to; or that nothing does. */
export function AttentionList({ concerns }: { readonly concerns: readonly Concern[] }) {
  const { t } = useLingui();
  if (concerns.length === 0) {
    return (
      <Notice tone="accent" icon={<CircleCheck size={20} />}>
        {t`All is well: nothing needs you now.`}
      </Notice>
    );
  }
  return (
    <ul className={styles.attention} aria-label={t`Needs attention`}>
      {concerns.map((concern) => (
        <li key={`${concern.code}-${"kind" in concern ? concern.kind : ""}`}>
          <Notice tone={concern.level} icon={concern.level === "danger" ? <CircleAlert size={20} /> : <TriangleAlert size={20} />}>
            <ConcernText concern={concern} />
          </Notice>
        </li>
      ))}
    </ul>
  );
}

function ConcernText({ concern }: { readonly concern: Concern }) {
  const { t } = useLingui();
  const { locale } = useFormat();
  const moment = useDayTime();
  const places: Partial<Record<Concern["code"], ReactNode>> = {
    mail_failed: <Link href="/admin/mail?state=failed">{t`See the letters`}</Link>,
    mail_stuck: <Link href="/admin/mail?state=waiting">{t`See the letters`}</Link>,
    mail_to_console: <Link href="/admin/mail">{t`Mail`}</Link>,
    locked_out: <Link href="/admin/limits">{t`See who`}</Link>,
  };
  return (
    <>
      <p>{textOf()}</p>
      {places[concern.code]}
    </>
  );

  function textOf(): string {
    switch (concern.code) {
      case "disk_full":
        return t`The disk is almost full: ${formatBytes(locale, concern.free_bytes)} are free. When it is full, nothing can be stored.`;
      case "disk_filling":
        return t`The disk is filling up: ${formatBytes(locale, concern.free_bytes)} are free.`;
      case "mail_failed":
        return t({
          message: plural(concern.count, { one: "# letter was given up.", other: "# letters were given up." }),
        });
      case "mail_stuck":
        return t({
          message: plural(concern.count, {
            one: `# letter waits, since ${moment(concern.since)}. The mail server does not take it.`,
            other: `# letters wait, the oldest since ${moment(concern.since)}. The mail server does not take them.`,
          }),
        });
      case "mail_to_console":
        return t`No mail server is set: everybody's sign-in links are printed on the server's console.`;
      case "job_given_up":
        return t`“${jobWords(concern.kind)}” failed twelve times and was given up, last ${moment(concern.at)}. The server's log says why.`;
      case "job_failing":
        return t`“${jobWords(concern.kind)}” failed, last ${moment(concern.at)}. It is tried again by itself.`;
      case "locked_out":
        return t({
          message: plural(concern.count, {
            one: "# address may type no codes today.",
            other: "# addresses may type no codes today.",
          }),
        });
      case "no_backup":
        return t`There is no backup yet.`;
      case "old_backup":
        return t`The newest backup is from ${moment(concern.made_at)}.`;
      case "other_version":
        return t`This app is version ${concern.web}, the server ${concern.server}. Reload the page.`;
    }
  }
}
