import Link from "next/link";
import { Score } from "#components/scoring/score.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type Fault, type Verification as Found, faultsOf } from "#lib/verification/verification.ts";
import { useImportWords } from "./use-import-words.ts";
import { VerifyButton, type VerifyScores } from "./verify-button.tsx";

/** What came of holding the stored scores against the facts. Instants as ISO text. */
export type VerificationView = Found & { readonly startedAt: string; readonly finishedAt: string };

type Props = {
  /** null: it has not happened yet. */
  newest: VerificationView | null;
  verify: VerifyScores;
};

const SHOWN = 5;

/** That every score is what the facts give, in a sentence; faults stand in `VerificationAlarm`. */
export function Verification({ newest, verify }: Props) {
  const { t, moment } = useImportWords();
  return (
    <section aria-labelledby="verification" className="flex flex-col items-start gap-2">
      <h2 id="verification" className="type-title">
        {t("verification.title")}
      </h2>
      <p className="text-ink-2">
        {newest
          ? t("verification.found", {
              moment: moment(newest.finishedAt),
              leads: newest.leads,
              faults: faultsOf(newest),
              seconds: secondsOf(newest),
            })
          : t("verification.none")}{" "}
        {newest !== null && newest.due > 0 && t("verification.due", { due: newest.due })}
      </p>
      <VerifyButton verify={verify} isScoringFirst={false} newest={newest?.startedAt ?? null} />
    </section>
  );
}

type AlarmProps = { found: VerificationView; verify: VerifyScores };

/** Which stored scores are not what the facts give, and what is to be done about it. */
export function VerificationAlarm({ found, verify }: AlarmProps) {
  const { t, moment } = useImportWords();
  const { leads, faults, differences, missing, surplus } = found;
  return (
    <Notice tone="refused">
      <h2 className="type-title">{t("verification.alarm", { faults: faultsOf(found), leads })}</h2>
      <p className="pt-1 text-ink-2">
        {t("verification.kinds", { moment: moment(found.finishedAt), differences, missing, surplus })}
      </p>
      <ul className="my-2 border-rule-3 border-t">
        {faults.slice(0, SHOWN).map((fault) => (
          <FaultRow key={fault.leadId} fault={fault} />
        ))}
      </ul>
      <p className="type-prose pb-3">
        {t.rich("verification.whatToDo", {
          code: (chunks) => <code className="whitespace-nowrap text-small">{chunks}</code>,
        })}
      </p>
      <VerifyButton verify={verify} isScoringFirst newest={found.startedAt} />
    </Notice>
  );
}

function FaultRow({ fault }: { fault: Fault }) {
  const { t, locale } = useImportWords();
  const score = (of: Fault["stored"]) =>
    of ? (
      <>
        <Score centipoints={of.combined} locale={locale} /> {of.cell}
      </>
    ) : (
      t("verification.noScore")
    );
  return (
    <li className="flex flex-wrap justify-between gap-x-4 border-rule border-b py-1.5">
      <Link href={`/leads/${fault.leadId}`} className="font-medium underline-offset-4 hover:underline">
        {t("verification.lead", { id: fault.leadId })}
      </Link>
      <span className="text-ink-2">
        {t("verification.stored")} {score(fault.stored)}, {t("verification.computed")} {score(fault.computed)}
      </span>
    </li>
  );
}

function secondsOf({ startedAt, finishedAt }: VerificationView): number {
  return Math.max(1, Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000));
}
