type Props = {
  leads: number;
  /** As it is ("15,125"), and in few characters ("15K"). */
  ofAll: (leads: number) => string;
  inShort: (leads: number) => string;
};

/**
 * A count as large as its cell has room for, by what the cell says in `--figure`, `--edge` and `--letter`; in short where
 * it would be too small to read. Who hears it hears all of it.
 */
export function LiveNumber({ leads, ofAll, inShort }: Props) {
  const whole = ofAll(leads);
  const short = inShort(leads);
  if (short === whole) return <Figure text={whole} />;
  return (
    <>
      <Figure text={whole} when="@max-[48px]:sr-only [@container(height<46px)_and_(width<72px)]:sr-only" />
      <Figure text={short} when="hidden @max-[48px]:inline [@container(height<46px)_and_(width<72px)]:inline" isMute />
    </>
  );
}

/** `when`: classes that say in which cells it is seen. */
function Figure({ text, when = "", isMute }: { text: string; when?: string; isMute?: boolean }) {
  const fontSize = `min(var(--figure), calc((100cqi - 2 * var(--edge) - var(--letter)) / ${emsOf(text)}))`;
  return (
    <span aria-hidden={isMute} style={{ fontSize }} className={`type-figure whitespace-nowrap leading-[1.2] ${when}`}>
      {text}
    </span>
  );
}

/** How wide a number is in the serif, in ems: all digits alike, the marks between them narrow, letters wide. */
function emsOf(text: string): number {
  const digits = text.replace(/\D/g, "").length;
  const letters = text.replace(/\P{L}/gu, "").length;
  return digits * 0.5 + letters * 0.7 + (text.length - digits - letters) * 0.25;
}
