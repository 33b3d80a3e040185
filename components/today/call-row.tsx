import { Delta, Score } from "#components/scoring/score.tsx";
import { TemperatureLabel } from "#components/scoring/temperature.tsx";
import { EmailLink } from "#components/ui/email-link.tsx";
import { PhoneLink } from "#components/ui/phone-link.tsx";
import type { CallRow as Row } from "#lib/call-list/view.ts";
import { Lines } from "./lines.tsx";
import { RowName } from "./row-name.tsx";
import { RowReason } from "./row-reason.tsx";
import { RowTime } from "./row-time.tsx";
import type { Words } from "./use-words.ts";

type Props = {
  row: Row;
  /** Place on the list, from 1; null once done. */
  rank: number | null;
  isSelected: boolean;
  /** The server's time when the list was read. */
  readAt: number;
  words: Words;
  onSelect: (leadId: number) => void;
  onOpen: (leadId: number) => void;
  onCall: (row: Row) => void;
};

/** One lead of the list: 44 px of two lines, or a card on a phone. */
export function CallRow({ row, rank, isSelected, readAt, words, onSelect, onOpen, onCall }: Props) {
  const { today: t, temperature } = words;
  const { score, done } = row;
  return (
    <tr className={`row-call ${isSelected ? "row-selected" : ""} ${done ? "text-ink-3" : ""}`}>
      <td className="text-right text-ink-3 text-small max-lg:hidden">{rank ?? <DoneMark label={t("done")} />}</td>
      <td className="max-lg:[grid-area:cell] lg:pl-4">
        <Lines
          main={score?.cell ?? "–"}
          mainClass="font-semibold"
          second={
            score && !done && <TemperatureLabel temperature={score.temperature} word={temperature(score.temperature)} />
          }
        />
      </td>
      <th scope="row" className="max-lg:[grid-area:who] lg:pl-4">
        <RowName row={row} words={words} isSelected={isSelected} onSelect={onSelect} onOpen={onOpen} />
      </th>
      <td className="text-right max-lg:self-end max-lg:[grid-area:score]">
        {score ? <Score centipoints={score.combined} locale={words.locale} /> : <span className="text-ink-3">–</span>}
      </td>
      <td className="max-lg:justify-self-end max-lg:text-ink-3 max-lg:text-small max-lg:[grid-area:phone] lg:pl-4">
        {score && !done && (
          <Lines
            main={<Delta centipoints={score.change.centipoints} locale={words.locale} />}
            second={words.sayCause(score.change.cause)}
            secondClass="max-lg:hidden"
          />
        )}
      </td>
      <td className="max-lg:[grid-area:why] lg:pl-4">
        <RowReason row={row} words={words} />
      </td>
      <td className="max-lg:text-right max-lg:[grid-area:when] lg:pl-4">
        <RowTime row={row} readAt={readAt} words={words} />
      </td>
      {/* The change since the list before stands at the end of the same line. */}
      <td className="max-lg:pr-16 max-lg:text-small max-lg:[grid-area:phone] lg:pr-3 lg:text-right">
        <RowPhone row={row} words={words} isTabbable={isSelected} onCall={onCall} />
      </td>
    </tr>
  );
}

type PhoneProps = Pick<Props, "row" | "words" | "onCall"> & { isTabbable: boolean };

function RowPhone({ row, words, isTabbable, onCall }: PhoneProps) {
  const { today: t } = words;
  const { phone, email, lastTouch } = row;
  const name = row.name ?? t("unnamed", { id: row.leadId });
  const link = {
    tabIndex: isTabbable ? 0 : -1,
    className: "relative underline-offset-4 hover:underline max-lg:py-1.5 max-lg:text-ink-3",
  };
  return (
    <Lines
      main={
        phone ? (
          <PhoneLink
            phone={phone}
            dial={row.dial}
            label={t("call", { name, phone })}
            unsure={t("unsurePhone")}
            onClick={() => onCall(row)}
            {...link}
          />
        ) : email ? (
          <EmailLink email={email} label={t("email", { name, email })} {...link}>
            {t("emailShort")}
          </EmailLink>
        ) : (
          <span className="text-ink-3">{t("unreachableShort")}</span>
        )
      }
      second={lastTouch ? words.sayTouch(lastTouch) : t("noTouch")}
      secondClass="max-lg:hidden"
    />
  );
}

function DoneMark({ label }: { label: string }) {
  return (
    <svg
      viewBox="0 0 10 10"
      role="img"
      aria-label={label}
      className="ml-auto size-2.5 fill-none stroke-current [stroke-width:1.6]"
    >
      <path d="M1 5.5 3.8 8.2 9 1.8" />
    </svg>
  );
}
