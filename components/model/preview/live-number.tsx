import { type CellLook, figureSize } from "./cell-look.ts";

type Props = {
  leads: number;
  look: CellLook;
  /** As it is ("15,125"), and in few characters ("15K"). */
  ofAll: (leads: number) => string;
  inShort: (leads: number) => string;
};

/** A count as large as its cell has room for; in short where it would be too small to read. Who hears it hears all of it. */
export function LiveNumber({ leads, look, ofAll, inShort }: Props) {
  const whole = ofAll(leads);
  if (!look.isShort) return <Figure text={whole} look={look} />;
  return (
    <>
      <span className="sr-only">{whole}</span>
      <Figure text={inShort(leads)} look={look} isMute />
    </>
  );
}

function Figure({ text, look, isMute }: { text: string; look: CellLook; isMute?: boolean }) {
  return (
    <span
      aria-hidden={isMute}
      style={{ fontSize: figureSize(text, look) }}
      className="type-figure whitespace-nowrap leading-[1.2]"
    >
      {text}
    </span>
  );
}
