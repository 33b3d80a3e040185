import { useTranslations } from "next-intl";
import { useModelWords } from "#components/model/words.ts";
import { Figure } from "#components/performance/figure.tsx";
import { useFigures } from "#components/performance/use-figures.ts";
import type { Completeness } from "#lib/data-quality/completeness.ts";
import { share } from "#lib/data-quality/figures.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { ShareRows } from "./share-rows.tsx";

type Props = { completeness: Completeness; catalogue: ModelCatalogue };

/** Which of the required fields are missing most. */
export function FieldFigure({ completeness: { fields }, catalogue }: Props) {
  const t = useTranslations("quality.fields");
  const words = useModelWords(catalogue);
  const { percent } = useFigures();
  const rows = fields.map(({ field, filled, of }) => ({
    key: field,
    name: words.field(field),
    made: of - filled,
    of,
  }));
  return (
    <Figure id="quality-fields" finding={finding()} caption={t("caption")}>
      {rows.length === 0 ? (
        <p className="type-prose text-ink-2">{t("choose")}</p>
      ) : (
        <ShareRows headings={{ name: t("field"), count: t("lack"), share: t("share") }} rows={rows} />
      )}
    </Figure>
  );

  function finding(): string {
    const [worst] = rows;
    if (!worst) return t("none");
    if (worst.made === 0) return t("complete");
    return t("finding", { field: worst.name, share: percent(share(worst.made, worst.of) ?? 0) });
  }
}
