import Link from "next/link";
import { stageOf } from "#lib/import/stage.ts";
import type { ImportView } from "#lib/import/view.ts";
import { useImportWords } from "./use-import-words.ts";

type Props = {
  imports: readonly ImportView[];
  /** Where the list goes on; null: these are all. */
  olderThan: number | null;
};

/** Files that came in or are on their way, newest first, each with what came of it. */
export function ImportList({ imports, olderThan }: Props) {
  const { t } = useImportWords();
  return (
    <section aria-labelledby="past">
      <h2 id="past" className="type-title pb-1">
        {t("past.title")}
      </h2>
      <ol className="border-rule-3 border-t">
        {imports.map((view) => (
          <Row key={view.importId} view={view} />
        ))}
      </ol>
      {olderThan !== null && (
        <p className="pt-2">
          <Link
            href={`/data?before=${olderThan}`}
            className="inline-flex items-center font-medium text-accent underline-offset-4 hover:underline max-sm:min-h-11"
          >
            {t("past.older")} →
          </Link>
        </p>
      )}
    </section>
  );
}

function Row({ view }: { view: ImportView }) {
  const { t, finding, moment } = useImportWords();
  const stage = stageOf(view);
  const wasStopped = view.status === "cancelled" && view.report !== null;
  return (
    <li className="grid gap-x-4 border-rule border-b py-2 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <Link
          href={`/data/${view.importId}`}
          className="wrap-anywhere font-semibold underline-offset-4 hover:underline max-sm:inline-flex max-sm:min-h-9 max-sm:items-center"
        >
          {view.fileName}
        </Link>
        <p className={view.status === "failed" && stage === "ended" ? "text-hot" : "text-ink-2"}>
          {said()}
          {wasStopped && `, ${t("past.stopped")}`}
        </p>
      </div>
      <p className="text-ink-3 text-small sm:text-right">
        {t(`kind.${view.kind}`)}
        <br className="max-sm:hidden" />
        <span className="sm:hidden">, </span>
        <time dateTime={view.createdAt}>{moment(view.createdAt)}</time>, {view.createdBy ?? t("commandLine")}
      </p>
    </li>
  );

  function said(): string {
    switch (stage) {
      case "importing":
        return t("past.running", { count: view.recordsRead });
      case "trying":
        return t(view.status === "queued" ? "send.waiting" : "send.trying");
      case "ended":
        return finding(view);
      case "preparing":
        if (view.status === "failed") return t("past.tryFailed");
        return view.report ? finding(view) : t("status.uploaded");
    }
  }
}
