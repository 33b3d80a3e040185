"use client";

import { toKey } from "#lib/import/key.ts";
import { DATE_ORDERS, type MappedColumn } from "#lib/import/mapping.ts";
import { isDated } from "#lib/import/target-choice.ts";
import { FIELD_TYPES } from "#lib/leads/fields.ts";
import { InlineList } from "./inline-list.tsx";
import { InlineText } from "./inline-text.tsx";
import { useImportWords } from "./use-import-words.ts";

type Props<Entry extends MappedColumn = MappedColumn> = {
  entry: Entry;
  /** The column's name in the file. */
  column: string;
  onChange: (entry: MappedColumn) => void;
};
type Of<To extends MappedColumn["to"]> = Extract<MappedColumn, { to: To }>;

/** What else there is to say of what a column becomes. `isNew`: a field that does not exist yet. */
export function TargetDetails({ isNew, ...props }: Props & { isNew: boolean }) {
  const { entry, column, onChange } = props;
  return (
    <div className="flex min-w-0 flex-wrap gap-x-3 [&>*]:min-w-[104px] [&>*]:flex-1 [&>:first-child]:flex-[1.6]">
      {entry.to === "custom" && isNew && <NewField entry={entry} column={column} onChange={onChange} />}
      {entry.to === "property" && <Property entry={entry} column={column} onChange={onChange} />}
      {entry.to === "outcome" && <OutcomeWords entry={entry} column={column} onChange={onChange} />}
      {isDated(entry) && <DateList {...props} />}
    </div>
  );
}

const ACCOUNT = "account.";

/** Its name, whether it is of the person or of the company, and what it holds. */
function NewField({ entry, column, onChange }: Props<Of<"custom">>) {
  const { t, label } = useImportWords();
  const prefix = entry.key.startsWith(ACCOUNT) ? ACCOUNT : "";
  const plainKey = entry.key.slice(prefix.length);
  return (
    <>
      <InlineText
        label={t("details.name", { column })}
        value={entry.label === undefined ? column : label(entry.label)}
        onChange={(name) => {
          const key = toKey(name);
          if (key !== null) onChange({ ...entry, key: prefix + key, label: name.trim().slice(0, 120) });
        }}
      />
      <InlineList
        label={t("details.entity", { column })}
        value={prefix === ACCOUNT ? "account" : "lead"}
        onChange={(of) => onChange({ ...entry, key: (of === "account" ? ACCOUNT : "") + plainKey })}
      >
        <option value="lead">{t("details.lead")}</option>
        <option value="account">{t("details.account")}</option>
      </InlineList>
      <TypeList entry={entry} column={column} onChange={onChange} />
    </>
  );
}

function Property({ entry, column, onChange }: Props<Of<"property">>) {
  const { t } = useImportWords();
  return (
    <>
      <InlineText
        label={t("details.name", { column })}
        value={entry.key}
        onChange={(name) => {
          const key = toKey(name);
          if (key !== null) onChange({ ...entry, key });
        }}
      />
      <TypeList entry={entry} column={column} onChange={onChange} />
    </>
  );
}

function TypeList({ entry, column, onChange }: Props<Of<"custom" | "property">>) {
  const { t } = useImportWords();
  return (
    <InlineList
      label={t("details.type", { column })}
      value={entry.type}
      onChange={(chosen) => {
        const type = FIELD_TYPES.find((known) => known === chosen);
        if (type) onChange({ ...entry, type });
      }}
    >
      {FIELD_TYPES.map((type) => (
        <option key={type} value={type}>
          {t(`type.${type}`)}
        </option>
      ))}
    </InlineList>
  );
}

/** The words of the file that mean won and lost. */
function OutcomeWords({ entry, column, onChange }: Props<Of<"outcome">>) {
  const { t } = useImportWords();
  return (["won", "lost"] as const).map((result) => (
    <InlineText
      key={result}
      label={t(`details.${result}`, { column })}
      placeholder={t(`details.${result}Words`)}
      value={entry[result].join(", ")}
      onChange={(text) =>
        onChange({
          ...entry,
          [result]: text
            .split(",")
            .map((word) => word.trim())
            .filter((word) => word !== ""),
        })
      }
    />
  ));
}

/** How its dates are written where that differs from the rest of the file. */
function DateList({ entry, column, onChange }: Props) {
  const { t } = useImportWords();
  return (
    <InlineList
      label={t("details.dates", { column })}
      value={entry.dates ?? ""}
      onChange={(chosen) => onChange({ ...entry, dates: DATE_ORDERS.find((order) => order === chosen) })}
    >
      <option value="">{t("dates.asFile")}</option>
      {DATE_ORDERS.map((order) => (
        <option key={order} value={order}>
          {t(`dates.${order}`)}
        </option>
      ))}
    </InlineList>
  );
}
