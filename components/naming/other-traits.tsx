import { getTranslations } from "next-intl/server";
import type { OtherTrait } from "#lib/ingest/other-traits.ts";
import { type MakeTraitField, OtherTraitRow } from "./other-trait-row.tsx";

type Props = { traits: readonly OtherTrait[]; make: MakeTraitField };

/** What trackers say of people and companies that no field keeps, each with the button that makes one. */
export async function OtherTraits({ traits, make }: Props) {
  const t = await getTranslations("naming.traits");
  return (
    <section aria-labelledby="other-traits" className="mt-10">
      <h2 id="other-traits" className="type-title border-rule-3 border-b pb-1">
        {t("title")}
      </h2>
      <p className="mt-2 max-w-[68ch] text-ink-2">{t(traits.length === 0 ? "none" : "text")}</p>
      <ul>
        {traits.map((trait) => (
          <OtherTraitRow key={`${trait.of} ${trait.name}`} trait={trait} make={make} />
        ))}
      </ul>
    </section>
  );
}
