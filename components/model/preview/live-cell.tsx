import { type CSSProperties, memo, useMemo } from "react";
import { TemperatureMark } from "#components/scoring/temperature.tsx";
import type { Play } from "#lib/scoring/definition.ts";
import type { ModelWords } from "../words.ts";

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
};

/** A cell of the live matrix, with how many leads are in it. */
export const LiveCell = memo(function LiveCell({ cell, frame, temperature, before, after, words, ...props }: Props) {
  const { isCompared, ofAll } = props;
  const { t } = words;
  // What was stays the same under a hand.
  const was = useMemo(() => before !== null && t("preview.was", { leads: ofAll(before) }), [before, t, ofAll]);
  const style = { ...frame, ...HEAT[temperature ?? "cold"] };
  return (
    <>
      <div style={style} className="absolute border-rule-2 border-b border-l bg-(--wash)" />
      {/* Above the dots, and laid out for itself: another number moves nothing around it. */}
      <div style={style} className="absolute z-2 [contain:strict] [container-type:size]">
        {/* What does not fit would stand half in the next cell: a low one has its letter and its number on one line. */}
        <p className="@max-[30px]:sr-only [@container(height<46px)]:my-0.5 mx-2 my-1 flex w-max max-w-[calc(100%-16px)] [@container(height<46px)]:flex-row flex-col [@container(height<46px)]:items-baseline [@container(height<46px)]:gap-1.5 bg-[color-mix(in_oklab,var(--wash)_80%,transparent)] text-small leading-4 max-sm:mx-1 max-sm:max-w-[calc(100%-8px)]">
          <span className="flex items-center gap-1">
            <b>{cell}</b>
            {temperature && (
              <span className="@max-[64px]:sr-only [@container(height<46px)_and_(width<112px)]:sr-only flex items-center gap-1 max-sm:hidden">
                <TemperatureMark temperature={temperature} />
                <span className="narrow">{words.temperature(temperature)}</span>
              </span>
            )}
          </span>
          {after !== null && (
            <>
              <span className="type-figure [@container(height<46px)]:text-[15px]/4 text-[20px]/6 max-sm:text-[16px]/5">
                {ofAll(after)}
              </span>
              {isCompared && (
                <span className="@max-[48px]:sr-only [@container(height<62px)]:sr-only text-ink-2 text-micro max-sm:hidden">
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
