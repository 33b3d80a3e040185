import { type CSSProperties, memo, useMemo } from "react";
import { TemperatureMark } from "#components/scoring/temperature.tsx";
import type { Play } from "#lib/scoring/definition.ts";
import type { ModelWords } from "../words.ts";
import { LiveNumber } from "./live-number.tsx";

const wash = (step: number) => ({ "--wash": `var(--heat-${step})` });
const HEAT = { hot: wash(3), warm: wash(1), cold: wash(0) } as const;

type Props = {
  cell: string;
  frame: CSSProperties;
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
export const LiveCell = memo(function LiveCell({ cell, frame, temperature, before, after, words, ...props }: Props) {
  const { isCompared, ofAll, inShort } = props;
  const { t } = words;
  // What was stays the same under a hand.
  const was = useMemo(() => before !== null && t("preview.was", { leads: ofAll(before) }), [before, t, ofAll]);
  const style = { ...frame, ...HEAT[temperature ?? "cold"] };
  return (
    <>
      <div style={style} className="absolute border-rule-2 border-b border-l bg-(--wash)" />
      {/* Above the dots, and laid out for itself: another number moves nothing around it. */}
      <div
        style={style}
        title={after === null ? undefined : `${cell}: ${ofAll(after)}`}
        className="absolute z-2 [contain:strict] [container-type:size]"
      >
        {/* What does not fit would stand half in the next cell: a low one has its letter and its number on one line. */}
        <p className="@max-[24px]:sr-only [@container(height<20px)]:sr-only mx-(--edge) my-1 flex w-max max-w-[calc(100%-2*var(--edge))] [@container(height<46px)]:my-0.5 [@container(height<46px)]:flex-row flex-col [@container(height<46px)]:items-baseline [@container(height<46px)]:gap-1.5 bg-[color-mix(in_oklab,var(--wash)_80%,transparent)] text-small leading-4 [--edge:8px] max-sm:[--edge:4px] [--figure:20px] [--letter:0px] @max-[64px]:[--edge:4px] [@container(height<46px)]:[--figure:15px] [@container(height<46px)_and_(width>=56px)]:[--letter:24px] @max-[36px]:[--edge:2px] max-sm:[--figure:16px]">
          <span className="[@container(height<46px)_and_(width<56px)]:sr-only flex items-center gap-1">
            <b>{cell}</b>
            {temperature && (
              <span className="@max-[76px]:sr-only [@container(height<46px)_and_(width<112px)]:sr-only flex items-center gap-1 max-sm:hidden">
                <TemperatureMark temperature={temperature} />
                <span className="narrow">{words.temperature(temperature)}</span>
              </span>
            )}
          </span>
          {after !== null && (
            <>
              <LiveNumber leads={after} ofAll={ofAll} inShort={inShort} />
              {isCompared && (
                <span className="@max-[72px]:sr-only [@container(height<62px)]:sr-only whitespace-nowrap text-ink-2 text-micro max-sm:hidden">
                  {after === before ? t("preview.same") : was}
                </span>
              )}
            </>
          )}
        </p>
      </div>
    </>
  );
});
