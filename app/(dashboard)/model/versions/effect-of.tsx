import { EffectSince } from "#components/model/effect-since.tsx";
import type { MeasuredSpan } from "#db/queries/effect-since.ts";
import { effectSince, whyNot } from "#lib/model/effect-since.ts";

type Props = {
  /** By version id; of so many versions that the page does not wait for it. */
  measured: Promise<ReadonlyMap<number, MeasuredSpan>>;
  versionId: number;
};

export async function EffectOf({ measured, versionId }: Props) {
  const found = (await measured).get(versionId);
  if (!found) return null;
  const { span, before, after } = found;
  return <EffectSince effect={whyNot(span) ?? effectSince(span, before, after)} />;
}
