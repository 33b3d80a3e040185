import { useTranslations } from "next-intl";
import type { LimitLine } from "#lib/scoring/breakdown.ts";
import type { LeadWords } from "./use-lead-words.ts";

/** What a limit takes away, or gives back, as a line of its own. */
export function LimitRow({ line, name, words }: { line: LimitLine; name: string; words: LeadWords }) {
  const t = useTranslations("lead.ledger.limits");
  return (
    <tr className="text-ink-3">
      <td colSpan={2} className="max-sm:col-span-2">
        {t(line.kind, { name })}
      </td>
      <td className="text-right max-sm:hidden">{words.number(line.limit / 100)}</td>
      <td className="max-sm:hidden" />
      <td>{words.points(line.centipoints)}</td>
    </tr>
  );
}
