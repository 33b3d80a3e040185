"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useId, useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { NumberInput } from "#components/ui/number-input.tsx";
import { type Capacity, type CapacityPeriod, leadsPer, leadsPerWeek } from "#lib/backtest/capacity.ts";
import { type Price, priceThresholds, type Target, thresholdFor } from "#lib/backtest/threshold-target.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { useEditor } from "../editor-context.tsx";
import { CapacityField, type SaveCapacity } from "./capacity-field.tsx";
import type { PastScores } from "./use-past.ts";

type Props = {
  scores: PastScores;
  definition: Definition;
  capacity: Capacity | null;
  locale: string;
  saveCapacity: SaveCapacity;
};

const USUAL_SHARE = 80;

/** The threshold to sales from what it is to bring about, with its price before it is set. */
export function TargetField({ scores, definition, capacity, locale, saveCapacity }: Props) {
  const t = useTranslations("past.target");
  const name = useId();
  const { edit } = useEditor();
  const { past, after } = scores;
  const [kind, setKind] = useState<Target["kind"]>("capacity");
  const [said, setSaid] = useState(capacity);
  const [share, setShare] = useState(USUAL_SHARE);
  // The scores are the same objects from one definition to the next.
  const { prices } = useMemo(() => {
    const { cases, known, scale } = past;
    return { definition, prices: priceThresholds({ cases, known, combined: after.combined, scale }) };
  }, [past, after, definition]);
  const hasWeeks = prices[0]?.perWeek !== null;
  const chosen = hasWeeks ? kind : "catch";
  const target: Target | null =
    chosen === "catch"
      ? { kind: "catch", share: share / 100 }
      : said === null
        ? null
        : { kind: "capacity", perWeek: leadsPerWeek(said) };
  const price = target && thresholdFor(target, prices);
  const { qualifies } = definition;
  const isSet = price !== null && "combinedAtLeast" in qualifies && qualifies.combinedAtLeast === price.points;

  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="type-label">{t("title")}</legend>
      {hasWeeks && (
        <label className="flex min-h-6 flex-wrap items-center gap-2 max-sm:min-h-11">
          <input
            type="radio"
            name={name}
            checked={chosen === "capacity"}
            onChange={() => setKind("capacity")}
            className="size-3.5 accent-accent"
          />
          <CapacityField
            value={capacity}
            locale={locale}
            onChange={(changed) => {
              setKind("capacity");
              setSaid(changed);
            }}
            save={saveCapacity}
          />
        </label>
      )}
      {past.isEnough && (
        <label className="flex min-h-6 flex-wrap items-center gap-2 max-sm:min-h-11">
          <input
            type="radio"
            name={name}
            checked={chosen === "catch"}
            onChange={() => setKind("catch")}
            className="size-3.5 accent-accent"
          />
          {t.rich("catch", {
            field: () => (
              <span className="w-12">
                <NumberInput
                  label={t("catchLabel")}
                  locale={locale}
                  value={share}
                  min={1}
                  max={100}
                  isWhole
                  onChange={(value) => {
                    setKind("catch");
                    if (value !== null) setShare(value);
                  }}
                />
              </span>
            ),
          })}
        </label>
      )}
      <p role="status" className="min-h-5">
        {target === null ? (
          <span className="text-ink-3">{t("sayFirst")}</span>
        ) : price === null ? (
          t("none")
        ) : (
          <PriceSentence price={price} per={said?.per ?? "week"} isEnough={past.isEnough} />
        )}
      </p>
      {price && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button
            disabled={isSet}
            onClick={() => edit({ type: "set_qualifies", qualifies: { combinedAtLeast: price.points } })}
          >
            {t(isSet ? "isSet" : "set", { points: price.points })}
          </Button>
          {"cells" in qualifies && <span className="text-ink-3 text-small">{t("replacesCells")}</span>}
        </div>
      )}
    </fieldset>
  );
}

function PriceSentence({ price, per, isEnough }: { price: Price; per: CapacityPeriod; isEnough: boolean }) {
  const t = useTranslations("past.target");
  const format = useFormatter();
  const { points, perWeek, called, caught, customers } = price;
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 0 });
  const leads = (weekly: number) => format.number(leadsPer(per, weekly), { maximumFractionDigits: 1 });
  const flow = perWeek === null ? "" : t("perPeriod", { leads: leads(perWeek), per });
  const costs =
    isEnough && customers > 0
      ? t("costs", {
          caught: percent(caught / customers),
          missed: customers - caught,
          calls: caught === 0 ? "–" : format.number(called / caught, { maximumFractionDigits: 1 }),
        })
      : "";
  return (
    <>
      <b>{t("from", { points })}</b> {flow} {costs}
    </>
  );
}
