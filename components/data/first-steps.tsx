import { useImportWords } from "./use-import-words.ts";

const STEPS = ["leads", "events", "outcomes", "model"] as const;

/** What to bring in first, when there is nothing yet. */
export function FirstSteps() {
  const { t } = useImportWords();
  return (
    <section aria-labelledby="first" className="flex flex-col gap-2">
      <h2 id="first" className="type-title">
        {t("first.title")}
      </h2>
      <ol className="flex flex-col border-rule-3 border-t">
        {STEPS.map((step, at) => (
          <li key={step} className="grid grid-cols-[24px_1fr] border-rule border-b py-2">
            <span className="type-title text-ink-3">{at + 1}</span>
            <span className="type-prose text-ink-2">{t(`first.${step}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
