import { useTranslations } from "next-intl";
import { useMemo, useState, useTransition } from "react";
import { type ModelCatalogue, toScoringCatalogue } from "#lib/model/catalogue.ts";
import type { ActionResult } from "#lib/result.ts";
import { routingProblems } from "#lib/routing/problems.ts";
import type { Routing, RoutingRule } from "#lib/routing/rules.ts";

type Options = {
  saved: Routing;
  revision: number;
  catalogue: ModelCatalogue;
  save: (input: { routing: Routing; seenRevision: number }) => Promise<ActionResult<{ revision: number }>>;
};

export type RoutingDraft = ReturnType<typeof useRoutingDraft>;

/** The rules as they are being changed, and how they are put into force. */
export function useRoutingDraft({ saved, revision, catalogue, save }: Options) {
  const t = useTranslations("routing");
  const [stored, setStored] = useState({ routing: saved, revision });
  const [routing, setRouting] = useState(saved);
  const [isTried, setTried] = useState(false);
  /** What came of saving: a sentence when it was refused. */
  const [said, say] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const problems = useMemo(() => routingProblems(routing, toScoringCatalogue(catalogue).fields), [routing, catalogue]);
  const isChanged = JSON.stringify(routing) !== JSON.stringify(stored.routing);

  function change(part: Partial<Routing>) {
    setRouting((known) => ({ ...known, ...part }));
    say(null);
  }
  const changeRules = (edit: (rules: readonly RoutingRule[]) => RoutingRule[]) => {
    setRouting((known) => ({ ...known, rules: edit(known.rules) }));
    say(null);
  };

  return {
    routing,
    problems,
    /** Problems are shown once somebody has tried to save them. */
    shown: isTried ? problems : [],
    isChanged,
    isPending,
    said,
    change,
    changeRules,
    /** Gives the key of a rule that has to be mended first; null when it is on its way. */
    save(): string | null {
      const [first] = problems;
      setTried(first !== undefined);
      if (first) {
        say(t("problems"));
        return routing.rules[Number(first.path[1])]?.key ?? null;
      }
      startTransition(async () => {
        // Without an answer the network or the server is away; what was changed stays.
        const result = await save({ routing, seenRevision: stored.revision }).catch(() => null);
        if (result === null) return say(t("unreachable"));
        if (!result.ok) return say(result.refusal.message);
        setStored({ routing, revision: result.value.revision });
        say("saved");
      });
      return null;
    },
  };
}
