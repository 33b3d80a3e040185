"use client";

import { useTranslations } from "next-intl";
import { useWhen } from "#components/shell/use-when.ts";
import { CRM_COUNTS, type ListedRun } from "#lib/crm/run.ts";
import { Failure } from "./failure.tsx";

type Props = { runs: readonly ListedRun[]; now: number };

/** What the last exchanges did, and what went wrong. */
export function RunList({ runs, now }: Props) {
  const t = useTranslations("crm.runs");
  const when = useWhen(now);
  if (runs.length === 0) return <p className="type-prose mt-3 text-ink-2">{t("none")}</p>;
  return (
    <ul className="mt-3">
      {runs.map((run) => (
        <li
          key={run.runId}
          className="grid gap-x-6 gap-y-1 border-rule border-b py-2 md:grid-cols-[120px_minmax(0,1fr)]"
        >
          <p className="text-ink-3">{when(run.startedAt)}</p>
          <div className="min-w-0">
            <Done run={run} />
            {run.failure && (
              <p className="font-medium text-hot">
                <Failure reason={run.failure} detail={run.detail} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Done({ run: { counts, finishedAt, failure } }: { run: ListedRun }) {
  const t = useTranslations("crm.runs");
  const told = CRM_COUNTS.filter((name) => counts[name] > 0).map((name) =>
    t(`counts.${name}`, { count: counts[name] }),
  );
  const said = told.length > 0 ? told.join(", ") : failure ? null : t("nothing");
  if (finishedAt !== null) return said && <p>{said}</p>;
  return <p>{told.length > 0 ? `${t("underWay")}: ${said}` : t("underWay")}</p>;
}
