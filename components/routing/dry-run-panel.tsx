import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ActionResult } from "#lib/result.ts";
import type { DryRunView } from "#lib/routing/dry-run-view.ts";
import type { RoutingPerson } from "#lib/routing/people.ts";
import type { Routing } from "#lib/routing/rules.ts";
import { DryRunLeads } from "./dry-run-leads.tsx";
import { DryRunShares } from "./dry-run-shares.tsx";

export type DryRunRouting = (input: { routing: Routing }) => Promise<ActionResult<DryRunView>>;

type Props = {
  routing: Routing;
  /** Whether the rules can be tried as they are. */
  isFine: boolean;
  people: readonly RoutingPerson[];
  dryRun: DryRunRouting;
};

/** Where the leads of last week would have gone by the rules as they stand here, saved or not. */
export function DryRunPanel({ routing, isFine, people, dryRun }: Props) {
  const t = useTranslations("routing.dryRun");
  const [found, setFound] = useState<{ routing: Routing; view: DryRunView } | null>(null);
  const [refusal, refuse] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  function run() {
    startTransition(async () => {
      const result = await dryRun({ routing }).catch(() => null);
      if (result?.ok) setFound({ routing, view: result.value });
      refuse(result === null ? t("unreachable") : result.ok ? null : result.refusal.message);
    });
  }

  return (
    <section aria-labelledby="dry-run" className="max-xl:mt-10">
      <h2 id="dry-run" className="type-title border-rule-3 border-b pb-1">
        {t("title")}
      </h2>
      <p className="mt-2 text-ink-2">{t("text")}</p>
      <p className="mt-3 flex flex-wrap items-center gap-4">
        <Button disabled={isPending || !isFine} onClick={run}>
          {t(isPending ? "underWay" : found ? "again" : "run")}
        </Button>
        <span role="status" className="text-ink-3 text-small">
          {!isFine ? t("unfinished") : found && found.routing !== routing ? t("outdated") : ""}
        </span>
      </p>
      {refusal && (
        <div className="mt-3">
          <Notice tone="refused">{refusal}</Notice>
        </div>
      )}
      {found && found.view.tried === 0 && <p className="mt-4">{t("none")}</p>}
      {found && found.view.tried > 0 && (
        <div className={found.routing === routing ? "" : "opacity-60"}>
          <DryRunShares view={found.view} people={people} />
          <DryRunLeads view={found.view} people={people} />
        </div>
      )}
    </section>
  );
}
