import type { ImportKind } from "#lib/import/constants.ts";
import { MAPPABLE_FIELDS, PERMISSIONS, type TargetName } from "#lib/import/mapping.ts";
import { InlineList } from "./inline-list.tsx";
import { type NamedField, useImportWords } from "./use-import-words.ts";

type Props = {
  label: string;
  kind: ImportKind;
  value: string;
  isChanged?: boolean;
  ownFields: readonly NamedField[];
  onChange: (choice: string) => void;
};

const WHO: readonly TargetName[] = ["email", "external_id"];
const OUTCOME: readonly TargetName[] = ["outcome", "outcome_time", "outcome_value", "outcome_currency", "outcome_id"];
const COST: readonly TargetName[] = ["cost_month", "cost_source", "cost_amount", "cost_currency"];
const EVENT: readonly TargetName[] = ["event_type", "event_time", "event_asset", "event_id", "property"];

/** What a column may become, by kind of file; as `choiceOf` writes it. */
export function TargetSelect({ kind, ownFields, ...props }: Props) {
  const { t, field, label } = useImportWords();
  const plain = (names: readonly string[]) =>
    names.map((name) => (
      <option key={name} value={name}>
        {t(`target.${name}`)}
      </option>
    ));
  const isOfAccount = (key: string) => key.startsWith("account.");
  const fields = (keys: readonly string[]) =>
    keys.map((key) => (
      <option key={key} value={`field:${key}`}>
        {field(key)}
      </option>
    ));
  return (
    <InlineList {...props}>
      {plain(["ignore"])}
      {kind !== "costs" && (
        <optgroup label={t("target.who")}>
          {plain(kind === "leads" ? ["identities", ...WHO, "full_name"] : WHO)}
        </optgroup>
      )}
      {kind === "leads" && (
        <>
          <optgroup label={t("target.person")}>{fields(MAPPABLE_FIELDS.filter((key) => !isOfAccount(key)))}</optgroup>
          <optgroup label={t("target.company")}>{fields(MAPPABLE_FIELDS.filter(isOfAccount))}</optgroup>
          <optgroup label={t("target.own")}>
            {plain(["new"])}
            {ownFields.map((own) => (
              <option key={own.key} value={`own:${own.key}`}>
                {label(own.label)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t("target.handling")}>
            {plain(["created_at", "owner"])}
            {PERMISSIONS.flatMap((name) => [
              <option key={name} value={`permission:${name}`}>
                {t(`target.${name}`)}
              </option>,
              <option key={`not-${name}`} value={`permission:${name}:inverted`}>
                {t(`target.not_${name}`)}
              </option>,
            ])}
          </optgroup>
        </>
      )}
      {kind === "events" && <optgroup label={t("target.event")}>{plain(EVENT)}</optgroup>}
      {kind === "costs" && <optgroup label={t("target.costs")}>{plain(COST)}</optgroup>}
      {(kind === "leads" || kind === "outcomes") && <optgroup label={t("target.outcomes")}>{plain(OUTCOME)}</optgroup>}
    </InlineList>
  );
}
