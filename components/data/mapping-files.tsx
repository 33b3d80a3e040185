"use client";

import { type ChangeEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type Mapping, mappingSchema } from "#lib/import/mapping.ts";
import { useImportWords } from "./use-import-words.ts";

type Props = { mapping: Mapping; fileName: string; onRead: (mapping: Mapping) => void };

/** The mapping as a file for next time and for the command line, and a file as the mapping. */
export function MappingFiles({ mapping, fileName, onRead }: Props) {
  const { t } = useImportWords();
  const input = useRef<HTMLInputElement>(null);
  const [complaint, setComplaint] = useState<string | null>(null);

  async function onChange(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    event.target.value = "";
    if (!file) return;
    const parsed = mappingSchema.safeParse(readJson(await file.text()));
    const place = parsed.error?.issues[0]?.path.join(".");
    if (parsed.success) onRead(parsed.data);
    setComplaint(parsed.success ? null : t("files.refused", { name: file.name, place: place || "–" }));
  }

  function download() {
    const text = `${JSON.stringify(mapping, null, 2)}\n`;
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${fileName.replace(/\.\w+$/, "")}.json`;
    link.click();
    URL.revokeObjectURL(address);
  }

  return (
    <section aria-labelledby="files" className="flex flex-col items-start gap-2">
      <h2 id="files" className="type-title">
        {t("files.title")}
      </h2>
      <p className="text-ink-3 text-small">{t("files.hint")}</p>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label={t("files.upload")}
        onChange={(event) => void onChange(event)}
        className="sr-only"
        tabIndex={-1}
      />
      <div className="flex flex-wrap gap-3">
        <Button onClick={download}>{t("files.download")}</Button>
        <Button onClick={() => input.current?.click()}>{t("files.upload")}</Button>
      </div>
      {complaint && <Notice tone="refused">{complaint}</Notice>}
    </section>
  );
}

/** undefined when the text is no JSON. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
