"use client";

import { useRef } from "react";
import { NumberInput, type NumberInputHandle } from "#components/ui/number-input.tsx";
import { Ruler } from "#components/ui/ruler.tsx";
import type { Scale } from "./ruler-scales.ts";
import type { ModelWords } from "./words.ts";

type Props = {
  words: ModelWords;
  /** Names both: "Demo request, points". */
  label: string;
  value: number;
  /** The published value; null when there is none. */
  published: number | null;
  scale: Scale;
  limits: Scale;
  isWhole?: boolean;
  isWrong?: boolean;
  unit: "points" | "days" | "percent";
  onChange: (value: number) => void;
  onSettle: () => void;
};

/**
 * A ruler and the number it stands for, as two cells of a grid (on a phone the number stands in the
 * second column and the ruler below): what is typed on the one goes to the other.
 */
export function RuledNumber({ words, label, value, published, scale, limits, unit, ...props }: Props) {
  const input = useRef<NumberInputHandle>(null);
  const { t, number, locale } = words;
  const said = t(`units.${unit}`, { value, shown: number(value) });
  const isChanged = published !== value;
  const valueText =
    isChanged && published !== null ? t("valueWas", { value: said, published: number(published) }) : said;
  return (
    <>
      <div className="max-sm:order-1 max-sm:col-span-full">
        <Ruler
          marks={[{ label, value, reference: published, valueText }]}
          scale={scale}
          limits={limits}
          origin={0}
          onChange={(_, next) => props.onChange(next)}
          onSettle={props.onSettle}
          onType={(_, character) => input.current?.startTyping(character)}
        />
      </div>
      <NumberInput
        ref={input}
        label={t("typed", { label })}
        locale={locale}
        value={value}
        min={limits.min}
        max={limits.max}
        isWhole={props.isWhole}
        isWrong={props.isWrong}
        isChanged={isChanged}
        onChange={(next) => next !== null && props.onChange(next)}
        onSettle={props.onSettle}
      />
    </>
  );
}
