import { useFormatter, useTranslations } from "next-intl";
import type { Shared } from "#lib/model/guide/sample.ts";
import type { FieldTraits } from "#lib/model/guide/traits.ts";
import type { ModelWords } from "../words.ts";

type Props = {
  of: FieldTraits;
  words: ModelWords;
  chosen: readonly string[];
  onChange: (values: readonly string[]) => void;
};

/** Values of a field with how many customers and how many of all leads have them, to be ticked. */
export function TraitChoice({ of: { field, kind, traits }, words, chosen, onChange }: Props) {
  const t = useTranslations("guide");
  function say(value: string): string {
    if (kind === "range") return value.replace(/-$/, "+").replace("-", "–");
    return value === "true" || value === "false" ? words.t(value === "true" ? "yes" : "no") : value;
  }
  return (
    <fieldset className="min-w-0">
      <legend className="flex w-full items-baseline justify-between gap-3 border-rule-2 border-b pb-0.5">
        <span className="type-label">
          {words.field(field)}
          {kind === "word" && ` (${t("word")})`}
        </span>
      </legend>
      <ul>
        {traits.map(({ value, ...shared }) => (
          <li key={value}>
            <label className="grid min-h-7 cursor-pointer grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2 max-sm:min-h-11">
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
                }
                className="size-3.5 accent-accent"
              />
              <span className="truncate" title={say(value)}>
                {say(value)}
              </span>
              <Shares shared={shared} />
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** "38% of customers, 12% of all". */
export function Shares({ shared: { ofAll, ofCustomers } }: { shared: Shared }) {
  const t = useTranslations("guide");
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 0 });
  return (
    <span className="whitespace-nowrap text-ink-3 text-small">
      {ofCustomers === null
        ? t("ofAll", { all: percent(ofAll) })
        : t.rich("ofBoth", {
            all: percent(ofAll),
            customers: percent(ofCustomers),
            b: (chunks) => <b className="font-semibold text-ink">{chunks}</b>,
          })}
    </span>
  );
}
