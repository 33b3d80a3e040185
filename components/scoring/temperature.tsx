import type { TEMPERATURES } from "#lib/scoring/definition.ts";

export type Temperature = (typeof TEMPERATURES)[number];

const COLOUR = { hot: "text-hot-fill", warm: "text-warm-fill", cold: "text-cold" } as const;

/** The diamond filled as hot is, half filled as warm is, empty as cold is. Decoration: its word stands beside it. */
export function TemperatureMark({ temperature }: { temperature: Temperature }) {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden="true"
      className={`inline-block size-2.5 flex-none overflow-visible ${COLOUR[temperature]}`}
    >
      {temperature === "hot" && <path d="M6 0 12 6 6 12 0 6Z" fill="currentColor" />}
      {temperature === "warm" && <path d="M6 0.7 6 11.3 0.7 6Z" fill="currentColor" />}
      {temperature !== "hot" && (
        <path
          d="M6 0.7 11.3 6 6 11.3 0.7 6Z"
          fill="none"
          strokeWidth="1.4"
          className={temperature === "warm" ? "stroke-warm" : "stroke-current"}
        />
      )}
    </svg>
  );
}

/** Mark and word. */
export function TemperatureLabel({ temperature, word }: { temperature: Temperature; word: string }) {
  return (
    <span className="inline-flex items-center gap-[5px] text-ink-2 text-small">
      <TemperatureMark temperature={temperature} />
      {word}
    </span>
  );
}
