"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { downloadJson, type JsonFile, JsonFileButton } from "#components/ui/json-file.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type Mapping, mappingSchema } from "#lib/import/mapping.ts";
import { useImportWords } from "./use-import-words.ts";

type Props = { mapping: Mapping; fileName: string; onRead: (mapping: Mapping) => void };

/** The mapping as a file for next time and for the command line, and a file as the mapping. */
export function MappingFiles({ mapping, fileName, onRead }: Props) {
  const { t } = useImportWords();
  const [complaint, setComplaint] = useState<string | null>(null);

  function read({ name, content }: JsonFile) {
    const parsed = mappingSchema.safeParse(content);
    const place = parsed.error?.issues[0]?.path.join(".");
    if (parsed.success) onRead(parsed.data);
    setComplaint(parsed.success ? null : t("files.refused", { name, place: place || "–" }));
  }

  return (
    <section aria-labelledby="files" className="flex flex-col items-start gap-2">
      <h2 id="files" className="type-title">
        {t("files.title")}
      </h2>
      <p className="text-ink-3 text-small">{t("files.hint")}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => downloadJson(mapping, `${fileName.replace(/\.\w+$/, "")}.json`)}>
          {t("files.download")}
        </Button>
        <JsonFileButton label={t("files.upload")} onRead={read}>
          {t("files.upload")}
        </JsonFileButton>
      </div>
      {complaint && <Notice tone="refused">{complaint}</Notice>}
    </section>
  );
}
