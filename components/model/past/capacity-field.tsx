"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NumberInput } from "#components/ui/number-input.tsx";
import type { ActionResult } from "#lib/result.ts";

export type SaveCapacity = (input: { perWeek: number | null }) => Promise<ActionResult<null>>;

type Props = {
  value: number | null;
  locale: string;
  onChange?: (perWeek: number | null) => void;
  save: SaveCapacity;
};

const MOST_PER_WEEK = 100_000;

/** What sales can take in a week, in a sentence; kept for everybody when it is said. */
export function CapacityField({ value, locale, onChange, save }: Props) {
  const t = useTranslations("past.target");
  const router = useRouter();
  const [perWeek, setPerWeek] = useState(value);
  const [isNotKept, setNotKept] = useState(false);

  async function keep() {
    if (perWeek === value) return;
    const saved = await save({ perWeek }).catch(() => null);
    setNotKept(saved?.ok !== true);
    if (saved?.ok) router.refresh();
  }

  return (
    <>
      {t.rich("capacity", {
        field: () => (
          <span className="w-14">
            <NumberInput
              label={t("capacityLabel")}
              locale={locale}
              value={perWeek}
              min={1}
              max={MOST_PER_WEEK}
              isWhole
              isOptional
              placeholder="–"
              onChange={(changed) => {
                setPerWeek(changed);
                onChange?.(changed);
              }}
              onSettle={() => void keep()}
            />
          </span>
        ),
      })}
      {isNotKept && (
        <span role="alert" className="w-full text-hot text-small">
          {t("notKept")}
        </span>
      )}
    </>
  );
}
