import Link from "next/link";
import type { ImportStage } from "#lib/import/stage.ts";
import type { ImportView } from "#lib/import/view.ts";
import { useImportWords } from "./use-import-words.ts";

/** What file it is, whose, and how far it is. */
export function ImportHead({ view, stage }: { view: ImportView; stage: ImportStage }) {
  const { t, size, moment } = useImportWords();
  return (
    <div className="pb-3">
      <p className="pb-1 text-small">
        <Link
          href="/data"
          className="inline-flex items-center text-accent underline-offset-4 hover:underline max-sm:min-h-11"
        >
          ← {t("title")}
        </Link>
      </p>
      <h1 className="type-display wrap-anywhere">{view.fileName}</h1>
      <p className="text-ink-3">
        {t("head", {
          kind: t(`kind.${view.kind}`),
          size: size(view.fileBytes),
          moment: moment(view.createdAt),
          who: view.createdBy ?? t("commandLine"),
        })}
        {stage === "preparing" && `, ${t("nothingWritten")}`}
      </p>
    </div>
  );
}
