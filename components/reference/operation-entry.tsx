import { useTranslations } from "next-intl";
import type { Schema } from "#lib/api/json-schema.ts";
import type { DescribedOperation } from "#lib/api/openapi.ts";
import { REFERENCE_PATH } from "#lib/api/problems.ts";
import { shapeRows, typeText } from "#lib/api/shape-rows.ts";
import { ShapeTable } from "./shape-table.tsx";

type Props = {
  path: string;
  method: string;
  operation: DescribedOperation;
  schemas: Readonly<Record<string, Schema>>;
};

/** One thing that the API does: how to ask for it, what it takes, and what it answers. */
export function OperationEntry({ path, method, operation, schemas }: Props) {
  const t = useTranslations("api.reference");
  const { operationId, summary, description, security, parameters = [], requestBody, responses } = operation;
  const [scope] = Object.values(security[0] ?? {}).flat();
  const asked = parameters.map(({ name, required, schema }) => ({
    name,
    type: typeText(schema, schemas),
    isRequired: required,
  }));
  const [body] = Object.values(requestBody?.content ?? {});
  const [answer] = Object.values(responses["200"]?.content ?? {});
  // A file has no names to tell of.
  const answered = answer ? shapeRows(answer.schema, schemas) : [];
  return (
    <article id={operationId} className="scroll-mt-4 border-rule border-b py-5">
      <h3 className="font-semibold text-prose">{summary}</h3>
      <p className="mt-1 font-mono text-small [overflow-wrap:anywhere]">
        <span className="font-semibold">{method.toUpperCase()}</span> {REFERENCE_PATH}
        {path}
      </p>
      <p className="mt-2 max-w-[68ch] text-ink-2">{description}</p>
      <p className="mt-1 text-ink-3 text-small">
        {t("scope")}: {scope ? <code className="font-mono">{scope}</code> : t("noScope")}
      </p>
      {asked.length > 0 && <ShapeTable title={t("parameters")} rows={asked} isOpen />}
      {body && <ShapeTable title={t("body")} rows={shapeRows(body.schema, schemas)} isOpen />}
      {answered.length > 0 && <ShapeTable title={t("answer")} rows={answered} />}
    </article>
  );
}
