import { buttonClass } from "#components/ui/button.tsx";
import { useImportWords } from "./use-import-words.ts";

/** Views for reports; that of scores is less than the file of scores, which names the leads. */
const OF_REPORTS = ["changes", "touches", "stages", "outcomes"] as const;

/** What can be taken along as a file. */
export function Exports() {
  const { t } = useImportWords();
  return (
    <section aria-labelledby="exports" className="flex flex-col items-start gap-2">
      <h2 id="exports" className="type-title">
        {t("exports.title")}
      </h2>
      <p className="text-ink-2">{t("exports.text")}</p>
      <div className="flex flex-wrap gap-3 pt-1">
        <a href="/api/leads/export" download className={buttonClass()}>
          {t("exports.leads")}
        </a>
        <a href="/api/scores/export" download className={buttonClass()}>
          {t("exports.scores")}
        </a>
      </div>
      <div className="flex flex-wrap gap-x-4">
        {OF_REPORTS.map((view) => (
          <a key={view} href={`/api/exports/${view}`} download className={buttonClass("quiet")}>
            {t(`exports.${view}`)}
          </a>
        ))}
      </div>
    </section>
  );
}
