import { useFormatter } from "next-intl";
import type { ImportKind } from "#lib/import/constants.ts";
import type { ImportReport } from "#lib/import/report.ts";
import { unchanged } from "#lib/import/unchanged.ts";
import { useImportWords } from "./use-import-words.ts";

/** What became of the rows. Of leads the lines add up; a row of events may hold several, so there they are only told. */
export function Ledger({ kind, report: { counts, seconds } }: { kind: ImportKind; report: ImportReport }) {
  const { t } = useImportWords();
  const format = useFormatter();
  const same = unchanged(kind, counts);
  const lines =
    kind === "leads"
      ? ([
          ["created", counts.created],
          ["updated", counts.updated],
          ["unchanged", same],
          ...(counts.repeated > 0 ? ([["repeated", counts.repeated]] as const) : []),
          ["rejected", counts.rejected],
        ] as const)
      : ([
          [`new.${kind}`, counts.created],
          [`known.${kind}`, same],
          ["empty", counts.empty],
          ["rejected", counts.rejected],
        ] as const);
  const more = [
    ["leadsCreated", counts.leadsCreated],
    ["joined", counts.joined],
    ["conflicts", counts.conflicts],
  ] as const;
  return (
    <table className="w-full border-collapse">
      <caption className="pb-1 text-left">
        <span className="type-title">{t("ledger.title")}</span>{" "}
        <span className="text-ink-3 text-small">{t("ledger.seconds", { seconds: Math.round(seconds * 10) / 10 })}</span>
      </caption>
      <tbody>
        {lines.map(([key, count]) => (
          <tr key={key} className="border-rule border-t">
            <th scope="row" className="py-1.5">
              {t(`ledger.${key}`)}
            </th>
            <td className={`py-1.5 text-right ${key === "rejected" && count > 0 ? "font-semibold text-hot" : ""}`}>
              {format.number(count)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-ink border-t font-semibold">
          <th scope="row" className="border-ink border-b-[3px] border-double py-1.5 font-semibold">
            {t("ledger.read")}
          </th>
          <td className="border-ink border-b-[3px] border-double py-1.5 text-right">{format.number(counts.read)}</td>
        </tr>
        {more.map(
          ([key, count]) =>
            count > 0 && (
              <tr key={key} className="border-rule border-b text-ink-2">
                <th scope="row" className="py-1.5 pr-3">
                  {t(`ledger.${key}`)}
                </th>
                <td className="py-1.5 text-right">{format.number(count)}</td>
              </tr>
            ),
        )}
      </tfoot>
    </table>
  );
}
