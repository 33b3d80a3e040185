"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ImportKind } from "#lib/import/constants.ts";
import { KindChoice } from "./kind-choice.tsx";
import { UploadProgress } from "./upload-progress.tsx";
import { useFileDrop } from "./use-file-drop.ts";
import { useImportWords } from "./use-import-words.ts";
import { type Upload, useUpload } from "./use-upload.ts";

/** What is it, and where is it: a file begins its way in here. */
export function NewImport() {
  const { t, refusal } = useImportWords();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<ImportKind>("leads");
  const { upload, send, stop } = useUpload((importId) => router.push(`/data/${importId}`));
  const isBusy = upload.state === "sending" || upload.state === "reading";

  const isOver = useFileDrop(take);

  function take(file: File) {
    if (!isBusy) send(kind, file);
  }
  function takeChosen() {
    const [file] = input.current?.files ?? [];
    if (!file || !input.current) return;
    take(file);
    input.current.value = "";
  }
  const takeEarly = useEffectEvent(takeChosen);
  // A file may have been chosen before the page came to life.
  useEffect(() => takeEarly(), []);

  function refusedBecause(because: Extract<Upload, { state: "refused" }>["because"]): string {
    if (because === null) return t("new.broken");
    return typeof because === "string" ? because : refusal(because);
  }

  return (
    <section aria-labelledby="new" className="flex flex-col gap-4">
      <h2 id="new" className="sr-only">
        {t("new.title")}
      </h2>
      <KindChoice kind={kind} disabled={isBusy} onChange={setKind} />
      <div
        data-over={isOver || undefined}
        className="flex min-h-36 flex-col items-center justify-center gap-3 border border-rule-2 border-dashed pointer-coarse:border-solid px-4 py-6 text-center data-over:border-accent data-over:bg-accent-wash"
      >
        {isBusy ? (
          <UploadProgress upload={upload} onStop={stop} />
        ) : (
          <>
            <p className="type-prose pointer-coarse:hidden text-ink-2">{t("new.drop", { kind: t(`kind.${kind}`) })}</p>
            <p className="type-prose pointer-coarse:block hidden text-ink-2">
              {t("new.pick", { kind: t(`kind.${kind}`) })}
            </p>
            <Button kind="act" onClick={() => input.current?.click()}>
              {t("new.choose")}
            </Button>
            <p className="text-ink-3 text-small">{t("new.limits")}</p>
          </>
        )}
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,.gz,text/csv,text/tab-separated-values"
          aria-label={t("new.file")}
          onChange={takeChosen}
          className="sr-only"
          tabIndex={-1}
        />
      </div>
      {upload.state === "refused" && (
        <Notice tone="refused">
          <span className="wrap-anywhere font-semibold">{upload.name}</span>: {refusedBecause(upload.because)}
        </Notice>
      )}
    </section>
  );
}
