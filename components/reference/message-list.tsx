import { useTranslations } from "next-intl";
import type { Schema } from "#lib/api/json-schema.ts";
import type { OpenApiDocument } from "#lib/api/openapi.ts";
import { shapeRows, typeText } from "#lib/api/shape-rows.ts";
import { ShapeTable } from "./shape-table.tsx";

type Props = { webhooks: OpenApiDocument["webhooks"]; schemas: Readonly<Record<string, Schema>> };

/** What comes by itself to an address that was chosen for it. */
export function MessageList({ webhooks, schemas }: Props) {
  const [t, words] = [useTranslations("api.reference"), useTranslations("api.webhooks")];
  const [first] = Object.values(webhooks);
  return (
    <section id="webhooks" aria-labelledby="webhooks-title" className="mt-10 scroll-mt-4">
      <h2 id="webhooks-title" className="type-title border-rule-3 border-b pb-1">
        {words("title")}
      </h2>
      <p className="mt-3 max-w-[68ch] text-ink-2">{words("text")}</p>
      <p className="mt-2 max-w-[68ch] text-ink-2">
        <span className="font-mono text-ink text-small">2XX</span> {words("arrived")}
      </p>
      <dl className="mt-4">
        {first?.post.parameters.map(({ name, description, schema }) => (
          <div key={name} className="grid gap-x-6 border-rule border-t py-2 sm:grid-cols-[220px_minmax(0,1fr)]">
            <dt className="font-mono text-small">
              {name} <span className="font-sans text-ink-3">{typeText(schema, schemas)}</span>
            </dt>
            <dd className="text-ink-2">{description}</dd>
          </div>
        ))}
      </dl>
      {Object.entries(webhooks).map(([type, { post }]) => {
        const [body] = Object.values(post.requestBody.content);
        return (
          <article key={type} id={type} className="scroll-mt-4 border-rule border-b py-5">
            <h3 className="font-semibold text-prose">{post.summary}</h3>
            <p className="mt-1 font-mono text-small [overflow-wrap:anywhere]">{type}</p>
            <p className="mt-2 max-w-[68ch] text-ink-2">{post.description}</p>
            {body && <ShapeTable title={t("body")} rows={shapeRows(body.schema, schemas)} />}
          </article>
        );
      })}
    </section>
  );
}
