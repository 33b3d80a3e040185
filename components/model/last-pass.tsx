import { useTranslations } from "next-intl";
import type { PassSummary } from "#lib/model/pass-summary.ts";
import { useMoments } from "./moments.ts";
import { PassEffects } from "./pass-effects.tsx";

type Props = { cause: "day" | "models" | "import" | "account" | "naming" | "zone"; summary: PassSummary };

/** What the newest scores did that came without a new version: last night's, an import's. */
export function LastPass({ cause, summary }: Props) {
  const t = useTranslations("model.effects");
  const { shortDay, time } = useMoments();
  const at = summary.at.toISOString();
  return (
    <section aria-labelledby="last-pass" className="mb-4">
      <h2 id="last-pass" className="type-label pb-1">
        {t(`last.${cause}`, { when: `${shortDay(at)} ${time(at)}` })}
      </h2>
      <PassEffects summary={summary} />
    </section>
  );
}
