import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Chevron } from "#components/ui/chevron.tsx";
import type { ShapeRow } from "#lib/api/shape-rows.ts";

type Props = { title: string; rows: readonly ShapeRow[]; isOpen?: boolean };

/** The names of a shape, to be opened. */
export function ShapeTable({ title, rows, isOpen = false }: Props) {
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
