import { type CSSProperties, memo, useMemo } from "react";
import { TemperatureMark } from "#components/scoring/temperature.tsx";
import type { Play } from "#lib/scoring/definition.ts";
import type { ModelWords } from "../words.ts";
import type { CellLook } from "./cell-look.ts";
import { LiveNumber } from "./live-number.tsx";

const wash = (step: number) => ({ "--wash": `var(--heat-${step})` });
const HEAT = { hot: wash(3), warm: wash(1), cold: wash(0) } as const;

type Props = {
  cell: string;
  frame: CSSProperties;
  /** null before it was measured. */
  look: CellLook | null;
  temperature: Play["temperature"] | undefined;
  /** How many leads; null before they are here. */
  before: number | null;
  after: number | null;
  /** Whether it says what was. */
  isCompared: boolean;
  words: ModelWords;
  ofAll: (leads: number) => string;
  inShort: (leads: number) => string;
};

/** A cell of the live matrix, with how many leads are in it. */
export const LiveCell = memo(function LiveCell({ cell, frame, look, before, after, words, ...props }: Props) {
  const { temperature, isCompared, ofAll, inShort } = props;
  const { t } = words;
  // What was stays the same under a hand.
  const was = useMemo(() => before !== null && t("preview.was", { leads: ofAll(before) }), [before, t, ofAll]);
  const style = { ...frame, ...HEAT[temperature ?? "cold"] };
  return (
    <>
      <div style={style} className="absolute border-rule-2 border-b border-l bg-(--wash)" />
      {/* Above the dots, and laid out for itself: another number moves nothing around it. */}
      {look && (
        <div
          style={style}
          title={look.isCut && after !== null ? `${cell}: ${ofAll(after)}` : undefined}
          className="absolute z-2 [contain:strict]"
        >
          <p
            style={{ marginInline: look.edge, maxWidth: `calc(100% - ${2 * look.edge}px)` }}
            className={`flex w-max bg-[color-mix(in_oklab,var(--wash)_80%,transparent)] text-small leading-4 ${look.isLow ? "my-0.5 items-baseline gap-1.5" : "my-1 flex-col"} ${look.hasNumber ? "" : "sr-only"}`}
          >
            <span className={`flex items-center gap-1 ${look.hasLetter ? "" : "sr-only"}`}>
              <b>{cell}</b>
              {temperature && (
                <span className={look.hasTemperature ? "flex items-center gap-1" : "sr-only"}>
                  <TemperatureMark temperature={temperature} />
                  <span className="narrow">{words.temperature(temperature)}</span>
                </span>
              )}
            </span>
            {after !== null && (
              <>
                <LiveNumber leads={after} look={look} ofAll={ofAll} inShort={inShort} />
                {isCompared && (
                  <span className={look.hasBefore ? "whitespace-nowrap text-ink-2 text-micro" : "sr-only"}>
                    {after === before ? t("preview.same") : was}
                  </span>
                )}
              </>
            )}
          </p>
        </div>
      )}
    </>
  );
});
