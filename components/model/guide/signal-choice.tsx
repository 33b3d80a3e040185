import { useTranslations } from "next-intl";
import { STRENGTHS, type Strength } from "#lib/model/guide/answers.ts";
import type { Signal } from "#lib/model/guide/signals.ts";
import { InlineSelect } from "../inline-fields.tsx";
import type { ModelWords } from "../words.ts";
import { Shares } from "./trait-choice.tsx";

type Props = {
  signals: readonly Signal[];
  words: ModelWords;
  chosen: Readonly<Record<string, Strength>>;
  onChange: (type: string, strength: Strength | null) => void;
};

const NONE = "none";

/** What leads did, with how near to buying each says somebody is. */
export function SignalChoice({ signals, words, chosen, onChange }: Props) {
  const t = useTranslations("guide");
  return (
    <ul className="border-rule-2 border-t">
      {signals.map(({ type, ...shared }) => (
        <li
          key={type}
          className="grid min-h-9 grid-cols-[minmax(0,1fr)_220px_200px] items-center gap-x-4 py-0.5 max-sm:grid-cols-1 max-sm:py-2"
        >
          <span>{words.eventType(type)}</span>
          <span className="sm:text-right">
            <Shares shared={shared} />
          </span>
          <InlineSelect
            label={t("strengthOf", { name: words.eventType(type) })}
            isLabelHidden
            value={chosen[type] ?? NONE}
            choices={[
              { value: NONE, label: t("strength.none") },
              ...STRENGTHS.map((strength) => ({ value: strength, label: t(`strength.${strength}`) })),
            ]}
            onChange={(strength) => onChange(type, strength === NONE ? null : strength)}
          />
        </li>
      ))}
    </ul>
  );
}
