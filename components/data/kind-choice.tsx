import { IMPORT_KINDS, type ImportKind } from "#lib/import/constants.ts";
import { useImportWords } from "./use-import-words.ts";

type Props = { kind: ImportKind; disabled: boolean; onChange: (kind: ImportKind) => void };

/** What a file holds: one of the kinds, each with what it is for. */
export function KindChoice({ kind, disabled, onChange }: Props) {
  const { t } = useImportWords();
  return (
    <fieldset disabled={disabled}>
      <legend className="type-label pb-1">{t("new.kind")}</legend>
      <div className="grid border-rule-3 border-t sm:grid-cols-2 xl:grid-cols-4">
        {IMPORT_KINDS.map((value) => (
          <label
            key={value}
            className="flex cursor-pointer gap-3 border-rule border-b py-2.5 pr-4 has-checked:bg-accent-wash has-focus-visible:outline-2 has-focus-visible:outline-accent max-sm:pl-3 sm:border-l sm:pl-3 sm:odd:border-l-0 xl:odd:border-l xl:first:border-l-0"
          >
            <input
              type="radio"
              name="kind"
              value={value}
              checked={kind === value}
              onChange={() => onChange(value)}
              className="mt-1 size-3.5 flex-none accent-accent outline-none"
            />
            <span>
              <span className="block font-semibold">{t(`new.${value}.name`)}</span>
              <span className="block text-ink-2 text-small">{t(`new.${value}.text`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
