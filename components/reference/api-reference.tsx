import { useTranslations } from "next-intl";
import type { OpenApiDocument } from "#lib/api/openapi.ts";
import { REFERENCE_PATH } from "#lib/api/problems.ts";
import { MessageList } from "./message-list.tsx";
import { OperationEntry } from "./operation-entry.tsx";
import { ProblemList } from "./problem-list.tsx";

type Props = {
  document: OpenApiDocument;
  limits: { readonly requests: number; readonly seconds: number; readonly kibibytes: number };
};

/** Subjects, in the order in which they are described. */
const TAGS = ["key", "leads", "accounts", "events", "scores", "stages", "outcomes", "exports"] as const;

/** The whole API on one page. */
export function ApiReference({ document, limits }: Props) {
  const [t, words] = [useTranslations("api.reference"), useTranslations("api")];
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return (
    <div className="mx-auto w-full max-w-[1080px] px-gutter pt-8 pb-16 lg:grid lg:grid-cols-[160px_minmax(0,1fr)] lg:gap-10">
      <nav aria-label={t("contents")} className="mb-6 lg:sticky lg:top-8 lg:mt-2 lg:self-start">
        <ul className="flex flex-wrap gap-x-5 lg:flex-col">
          {TAGS.map((tag) => (
            <li key={tag}>
              <a href={`#${tag}`} className="flex min-h-8 items-center text-ink-2 hover:text-ink">
                {t(`tags.${tag}`)}
              </a>
            </li>
          ))}
          {(["webhooks", "problems"] as const).map((id) => (
            <li key={id}>
              <a href={`#${id}`} className="flex min-h-8 items-center text-ink-2 hover:text-ink">
                {id === "webhooks" ? words("webhooks.title") : t("problemsTitle")}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main className="min-w-0">
        <h1 className="type-display">{words("title")}</h1>
        <p className="type-prose mt-2 text-ink-2">{words("text")}</p>
        <p className="mt-2">
          <a href={`${REFERENCE_PATH}/openapi.json`} className="text-accent underline-offset-4 hover:underline">
            {t("document")}
          </a>
        </p>
        <div className="mt-6 grid gap-x-10 gap-y-5 sm:grid-cols-3">
          <Note title={t("keyTitle")} text={t("key")} />
          <Note title={t("pagesTitle")} text={t("pages")} />
          <Note title={t("limitsTitle")} text={t("limits", limits)} />
        </div>
        {TAGS.map((tag) => (
          <section key={tag} id={tag} aria-labelledby={`${tag}-title`} className="mt-10 scroll-mt-4">
            <h2 id={`${tag}-title`} className="type-title border-rule-3 border-b pb-1">
              {t(`tags.${tag}`)}
            </h2>
            {operations
              .filter(({ operation }) => operation.tags.includes(tag))
              .map((each) => (
                <OperationEntry key={each.operation.operationId} {...each} schemas={document.components.schemas} />
              ))}
          </section>
        ))}
        <MessageList webhooks={document.webhooks} schemas={document.components.schemas} />
        <ProblemList kibibytes={limits.kibibytes} />
      </main>
    </div>
  );
}

function Note({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h2 className="type-label">{title}</h2>
      <p className="mt-1 text-ink-2">{text}</p>
    </div>
  );
}
