"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useOptimistic, useState, useTransition } from "react";
import { withFlag } from "#lib/leads/flags.ts";
import type { ActionResult } from "#lib/result.ts";

export type FlagLead = (input: { leadId: number; flag: string; isSet: boolean }) => Promise<ActionResult<null>>;

type Props = {
  leadId: number;
  /** The names to choose from, with those that the lead has besides. */
  offered: readonly string[];
  own: readonly string[];
  /** null: the reader may only look. */
  flag: FlagLead | null;
};

/** What people noted on the lead, from the organisation's own list; a press sets a flag or takes it off. */
export function LeadFlags({ leadId, offered, own, flag }: Props) {
  const t = useTranslations("lead.flags");
  const router = useRouter();
  const [shown, show] = useOptimistic(own);
  const [refused, setRefused] = useState<string | null>(null);
  const [, startTransition] = useTransition();

  function toggle(name: string) {
    const isSet = !shown.includes(name);
    startTransition(async () => {
      show(withFlag(shown, name, isSet));
      const result = await flag?.({ leadId, flag: name, isSet }).catch(() => null);
      setRefused(result?.ok ? null : (result?.refusal.message ?? t("unreachable")));
      // Whatever came of it, the page now shows it.
      if (result) router.refresh();
    });
  }

  if (offered.length === 0) return null;
  return (
    <section aria-labelledby="flags-title" className="mt-5">
      <h2 id="flags-title" className="type-title">
        {t("title")}
      </h2>
      <ul className="mt-1 flex flex-wrap gap-x-2 gap-y-1.5">
        {offered.map((name) => (
          <li key={name} className="min-w-0">
            <button
              type="button"
              aria-pressed={shown.includes(name)}
              disabled={flag === null}
              onClick={() => toggle(name)}
              className="inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-sm border border-rule-2 px-2 text-left text-ink-2 text-small [overflow-wrap:anywhere] enabled:hover:border-ink enabled:hover:text-ink aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:font-semibold aria-pressed:text-ink max-sm:min-h-10"
            >
              <svg viewBox="0 0 10 12" aria-hidden="true" className="h-3 w-2.5 flex-none">
                <path
                  d="M1.5 11.5V1h7L6.8 3.6 8.5 6.2h-7"
                  className={`stroke-current ${shown.includes(name) ? "fill-accent stroke-accent" : "fill-none"}`}
                  strokeWidth="1.2"
                />
              </svg>
              {name}
            </button>
          </li>
        ))}
      </ul>
      <p role="alert" className="text-hot text-small">
        {refused}
      </p>
    </section>
  );
}
