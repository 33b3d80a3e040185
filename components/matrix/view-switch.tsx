import { useTranslations } from "next-intl";
import { Kbd } from "#components/ui/kbd.tsx";

type Props = { view: "map" | "table"; onChange: (view: "map" | "table") => void };

/** The same leads as a map or as a table. */
export function ViewSwitch({ view, onChange }: Props) {
  const t = useTranslations("matrix.view");
  return (
    <fieldset className="flex items-center gap-3">
      <legend className="sr-only">{t("label")}</legend>
      {(["map", "table"] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === view}
          onClick={() => onChange(each)}
          className="min-h-6 border-transparent border-b-2 aria-pressed:border-ink aria-pressed:font-semibold aria-pressed:text-ink"
        >
          {t(each)}
        </button>
      ))}
      <Kbd>T</Kbd>
    </fieldset>
  );
}
