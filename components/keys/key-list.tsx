import { useTranslations } from "next-intl";
import type { ListedKey } from "#lib/keys/key.ts";
import type { ActionResult } from "#lib/result.ts";
import { KeyRow } from "./key-row.tsx";

type Props = {
  keys: readonly ListedKey[];
  revoke: (key: { keyId: number }) => Promise<ActionResult<null>>;
};

/** All keys: what each may do, whether it is still used, and the way to end it. */
export function KeyList({ keys, revoke }: Props) {
  const t = useTranslations("keys");
  if (keys.length === 0) return <p className="type-prose border-rule-3 border-t pt-4 text-ink-2">{t("none")}</p>;
  return (
    <ul className="border-rule-3 border-t">
      {keys.map((key) => (
        <KeyRow key={key.keyId} of={key} revoke={revoke} />
      ))}
    </ul>
  );
}
