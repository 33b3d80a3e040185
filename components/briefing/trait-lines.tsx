import { useLocale, useTranslations } from "next-intl";
import { TRAIT_SIDES, type Traits } from "#lib/briefing/traits.ts";
import { localized } from "#lib/i18n/locales.ts";

/** How the lead fits: what speaks for it, what does not, and what nobody knows. */
export function TraitLines({ traits }: { traits: Traits }) {
  const t = useTranslations("briefing.traits");
  const locale = useLocale();
  const sides = TRAIT_SIDES.filter((side) => traits[side].length > 0);
  if (sides.length === 0) return null;
  return (
    <dl aria-label={t("title")} className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      {sides.map((side) => (
        <div key={side} className="col-span-2 grid grid-cols-subgrid items-baseline">
          <dt className="type-label">{t(side)}</dt>
          <dd className={side === "unknown" || side === "missing" ? "text-ink-2" : ""}>
            {traits[side].map(({ label }) => localized(label, locale)).join("; ")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
