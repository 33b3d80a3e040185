import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Chevron } from "#components/ui/chevron.tsx";
import type { DescribedOperation, Schema } from "#lib/api/openapi.ts";
import { REFERENCE_PATH } from "#lib/api/problems.ts";
import { type ShapeRow, shapeRows, typeText } from "#lib/api/shape-rows.ts";

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
      {asked.length > 0 && <Shape title={t("parameters")} rows={asked} isOpen />}
      {body && <Shape title={t("body")} rows={shapeRows(body.schema, schemas)} isOpen />}
      {answered.length > 0 && <Shape title={t("answer")} rows={answered} />}
    </article>
  );
}

function Shape({ title, rows, isOpen = false }: { title: string; rows: readonly ShapeRow[]; isOpen?: boolean }) {
  const t = useTranslations("api.reference");
  return (
    <details open={isOpen} className="group mt-3">
      <summary className="type-label flex min-h-8 w-fit cursor-pointer list-none items-center gap-2 hover:text-ink">
        <Chevron className="-rotate-90 group-open:rotate-0" />
        {title}
      </summary>
      <table className="w-full table-fixed border-collapse text-small">
        <caption className="sr-only">{title}</caption>
        <colgroup>
          <col className="w-[42%]" />
          <col />
          <col className="w-16" />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("type")}</th>
            <th scope="col">{t("required")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, type, isRequired }) => (
            <tr key={name} className="border-rule border-t align-top">
              <th scope="row" className="py-1 pr-3 text-left font-mono font-normal [overflow-wrap:anywhere]">
                <Name path={name} />
              </th>
              <td className="py-1 pr-3 text-ink-2 [overflow-wrap:anywhere]">{type}</td>
              <td className="py-1 text-right text-ink-3">{t(isRequired ? "required" : "optional")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Breaks where a shape within another begins, when it has to. */
function Name({ path }: { path: string }) {
  const [first = "", ...rest] = path.split(".");
  return (
    <>
      {first}
      {rest.map((part, place) => (
        <Fragment key={[...rest.slice(0, place), part].join(".")}>
          .<wbr />
          {part}
        </Fragment>
      ))}
    </>
  );
}
