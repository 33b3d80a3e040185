"use client";

import { useState } from "react";
import type { Mapping } from "#lib/import/mapping.ts";
import type { ImportView, OpenedFile } from "#lib/import/view.ts";
import { ColumnsSection } from "./columns-section.tsx";
import { Constants } from "./constants.tsx";
import { EventRules } from "./event-rules.tsx";
import type { ImportActions } from "./import-actions.ts";
import { MappingFiles } from "./mapping-files.tsx";
import { ReadingSentence } from "./reading-sentence.tsx";
import { RejectedRows } from "./rejected-rows.tsx";
import { SampleRows } from "./sample-rows.tsx";
import { SendIn } from "./send-in.tsx";
import { SourceField } from "./source-field.tsx";
import { type NamedField, useImportWords } from "./use-import-words.ts";
import { useMapping } from "./use-mapping.ts";
import { WordsField } from "./words-field.tsx";

type Props = {
  view: ImportView;
  isTrying: boolean;
  isUnreachable: boolean;
  file: OpenedFile;
  ownFields: readonly NamedField[];
  organisation: { timeZone: string; currency: string };
  actions: ImportActions;
  onChange: () => Promise<void>;
};

/** How a file reads and what its columns become: guessed, and corrected here. */
export function MappingEditor({
  view,
  isTrying,
  isUnreachable,
  file: initial,
  ownFields,
  organisation,
  ...props
}: Props) {
  const { t } = useImportWords();
  const { file, refusal, isReading, change, read, settle } = useMapping(view.importId, initial, props.actions);
  const [isStale, setStale] = useState(false);
  const { mapping } = file;
  const result = view.isDryRun && view.status === "done" && !isStale ? view.report : null;

  function edit(next: Mapping) {
    setStale(true);
    change(next);
  }

  return (
    <div className="grid gap-x-6 gap-y-6 border-rule-3 border-t pt-3 xl:grid-cols-[minmax(0,1fr)_392px]">
      <SendIn
        view={view}
        isTrying={isTrying}
        isUnreachable={isUnreachable}
        result={result}
        refusal={file.refusal}
        problem={refusal}
        settle={settle}
        actions={props.actions}
        onTried={() => setStale(false)}
        onChange={props.onChange}
      />
      <fieldset
        disabled={isTrying || isReading}
        aria-busy={isReading}
        className="flex min-w-0 flex-col gap-6 aria-busy:opacity-60 xl:col-start-1 xl:row-start-1"
      >
        <section aria-labelledby="reading" className="flex flex-col gap-3">
          <h2 id="reading" className="type-title">
            {t("reading.title")}
          </h2>
          <ReadingSentence
            file={file}
            organisation={organisation}
            onChange={edit}
            onRead={(again) => {
              setStale(true);
              read(again);
            }}
          />
          <div className="grid max-w-[720px] gap-x-6 gap-y-3 sm:grid-cols-2">
            <WordsField
              label={t("missing.label")}
              hint={t("missing.hint")}
              words={mapping.missing}
              onChange={(missing) => edit({ ...mapping, missing })}
            />
            <SourceField mapping={mapping} onChange={edit} />
          </div>
        </section>
        {result && (
          <>
            <RejectedRows view={view} report={result} />
            <SampleRows rows={result.sample} mapping={mapping} />
          </>
        )}
        <ColumnsSection file={file} ownFields={ownFields} onChange={edit} />
        <Constants mapping={mapping} ownFields={ownFields} onChange={edit} />
        <EventRules mapping={mapping} onChange={edit} />
        <MappingFiles mapping={mapping} fileName={view.fileName} onRead={edit} />
      </fieldset>
    </div>
  );
}
