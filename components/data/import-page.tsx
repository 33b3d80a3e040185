"use client";

import type { ImportAnswer, OpenedFile } from "#lib/import/view.ts";
import { FileGone } from "./file-gone.tsx";
import type { ImportActions } from "./import-actions.ts";
import { ImportHead } from "./import-head.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { ImportReport } from "./import-report.tsx";
import { MappingEditor } from "./mapping-editor.tsx";
import { useImport } from "./use-import.ts";
import type { NamedField } from "./use-import-words.ts";

type Props = {
  initial: ImportAnswer;
  /** null: it is over, or the bytes are gone. */
  file: OpenedFile | null;
  ownFields: readonly NamedField[];
  timeZone: string;
  currency: string;
  actions: ImportActions;
};

/** One file on its way in, from its mapping to its report. */
export function ImportPage({ initial, file, ownFields, timeZone, currency, actions }: Props) {
  const current = useImport(initial);
  const { import: view, scores, stage, isError, refresh } = current;
  return (
    <main className="px-gutter py-4">
      <ImportHead view={view} stage={stage} />
      {stage === "ended" && <ImportReport view={view} scores={scores} />}
      {stage === "importing" && (
        <ImportProgress view={view} isUnreachable={isError} cancel={actions.cancel} onChange={refresh} />
      )}
      {(stage === "preparing" || stage === "trying") &&
        (file ? (
          <MappingEditor
            view={view}
            isTrying={stage === "trying"}
            isUnreachable={isError}
            file={file}
            ownFields={ownFields}
            organisation={{ timeZone, currency }}
            actions={actions}
            onChange={refresh}
          />
        ) : (
          <FileGone importId={view.importId} discard={actions.discard} />
        ))}
    </main>
  );
}
