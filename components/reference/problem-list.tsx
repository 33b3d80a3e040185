import { useTranslations } from "next-intl";
import { PROBLEMS, type ProblemCode } from "#lib/api/problems.ts";

const CODES = Object.keys(PROBLEMS) as ProblemCode[];

/** What can be wrong: the type of each problem leads here. */
export function ProblemList({ kibibytes }: { kibibytes: number }) {
  const [t, problems] = [useTranslations("api.reference"), useTranslations("api.problems")];
  return (
    <section id="problems" aria-labelledby="problems-title" className="mt-10 scroll-mt-4">
      <h2 id="problems-title" className="type-title border-rule-3 border-b pb-1">
        {t("problemsTitle")}
      </h2>
      <p className="mt-3 max-w-[68ch] text-ink-2">{t("problems")}</p>
      <dl className="mt-4">
        {CODES.map((code) => (
          <div
            key={code}
            id={code}
            className="grid scroll-mt-4 gap-x-6 border-rule border-t py-2 target:bg-accent-wash sm:grid-cols-[220px_minmax(0,1fr)]"
          >
            <dt className="font-mono text-small">
              {PROBLEMS[code]} {code}
            </dt>
            <dd className="text-ink-2">
              <span className="font-medium text-ink">{problems(`${code}.title`)}.</span>{" "}
              {problems(`${code}.text`, { scope: "leads:read", kibibytes })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
