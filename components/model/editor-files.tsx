"use client";

import { memo } from "react";
import type { Definition } from "#lib/scoring/definition.ts";
import { useEditor } from "./editor-context.tsx";
import { DownloadDefinition, UploadDefinition } from "./model-files.tsx";
import { useModelWords } from "./words.ts";

type Props = { definition: Definition; number: number };

/** The draft as a file, and a file as the draft: one edit, one step back. */
export const EditorFiles = memo(function EditorFiles({ definition, number }: Props) {
  const { edit, open, catalogue } = useEditor();
  const { t } = useModelWords(catalogue);
  return (
    <section aria-labelledby="files" className="flex flex-col gap-2">
      <h2 id="files" className="type-title">
        {t("files.title")}
      </h2>
      <div className="flex flex-wrap items-start gap-x-5">
        <DownloadDefinition definition={definition} fileName={t("files.draftName", { number })} />
        <UploadDefinition
          catalogue={catalogue}
          kind="quiet"
          onRead={async (read) => {
            open(null);
            edit({ type: "replace", definition: read });
            return null;
          }}
        >
          {t("files.replace")}
        </UploadDefinition>
      </div>
    </section>
  );
});
