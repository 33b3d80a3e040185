"use client";

import type { Mapping } from "#lib/import/mapping.ts";
import type { OpenedFile } from "#lib/import/view.ts";
import { FileSentence } from "./file-sentence.tsx";
import { signsText } from "./reading-choices.ts";
import { useImportWords } from "./use-import-words.ts";
import type { ReadAgain } from "./use-mapping.ts";
import { MoneySentence, UnknownLeadsSentence, ValuesSentence } from "./values-sentence.tsx";

type Props = {
  file: OpenedFile;
  organisation: { timeZone: string; currency: string };
  /** Nothing that changes what the columns are. */
  onChange: (mapping: Mapping) => void;
  onRead: (again: Partial<ReadAgain>) => void;
};

/** How the file reads, as sentences whose words can be changed. */
export function ReadingSentence({ file, organisation, onChange, onRead }: Props) {
  const { t } = useImportWords();
  const { mapping, reading } = file;
  const asked = { mapping, organisation, onChange };
  return (
    <div className="type-prose flex max-w-[76ch] flex-col gap-2 text-ink-2 leading-[1.75]">
      <FileSentence file={file} onChange={onChange} onRead={onRead} />
      <p>{t("reading.signs", { signs: signsText(t, reading) })}</p>
      <p>
        <ValuesSentence
          {...asked}
          shortRows={reading.shortRows}
          onShortRows={(shortRows) => onRead({ dialect: { ...mapping.dialect, shortRows } })}
        />{" "}
        {mapping.columns.some(({ to }) => to === "outcome_value" || to === "cost_amount") && (
          <MoneySentence {...asked} />
        )}{" "}
        {(mapping.kind === "events" || mapping.kind === "outcomes") && <UnknownLeadsSentence {...asked} />}
      </p>
    </div>
  );
}
