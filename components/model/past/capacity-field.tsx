"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { NumberInput } from "#components/ui/number-input.tsx";
import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import { CAPACITY_PERIODS, type Capacity, type CapacityPeriod } from "#lib/backtest/capacity.ts";
import { isSame } from "#lib/model/same.ts";
import type { ActionResult } from "#lib/result.ts";

export type SaveCapacity = (input: { capacity: Capacity | null }) => Promise<ActionResult<null>>;

type Props = {
  value: Capacity | null;
  locale: string;
  onChange?: (capacity: Capacity | null) => void;
  save: SaveCapacity;
};

const MOST = 100_000;

/** What sales can take in a week or a month, in a sentence; kept for everybody when it is said. */
export function CapacityField({ value, locale, onChange, save }: Props) {
  const t = useTranslations("past.target");
  const router = useRouter();
  const [leads, setLeads] = useState(value?.leads ?? null);
  const [per, setPer] = useState<CapacityPeriod>(value?.per ?? "week");
  const [isNotKept, setNotKept] = useState(false);
  /** As last said, before it is drawn: the field may bring back what stood there and be done with it at once. */
  const said = useRef(value);

  async function keep(capacity: Capacity | null) {
    if (isSame(capacity, value)) return;
    const saved = await save({ capacity }).catch(() => null);
    setNotKept(saved?.ok !== true);
    if (saved?.ok) router.refresh();
  }
  function change(changed: number | null, period: CapacityPeriod): Capacity | null {
    const capacity = changed === null ? null : { leads: changed, per: period };
    said.current = capacity;
    setLeads(changed);
    setPer(period);
    onChange?.(capacity);
    return capacity;
  }

  return (
    <>
      {t.rich("capacity", {
        field: () => (
          <span className="w-14">
            <NumberInput
              label={t("capacityLabel", { per })}
              locale={locale}
              value={leads}
              min={1}
              max={MOST}
              isWhole
              isOptional
              placeholder="–"
              onChange={(changed) => change(changed, per)}
              onSettle={() => void keep(said.current)}
            />
          </span>
        ),
        period: () => (
          <SentenceSelect
            label={t("period")}
            choices={CAPACITY_PERIODS.map((period) => ({ value: period, label: t("periods", { period }) }))}
            value={per}
            onChange={(period) => void keep(change(leads, period))}
          />
        ),
      })}
      {isNotKept && (
        <span role="alert" className="w-full text-hot text-small">
          {t("notKept")}
        </span>
      )}
    </>
  );
}
