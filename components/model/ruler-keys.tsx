import { useTranslations } from "next-intl";
import { memo } from "react";
import { Kbd } from "#components/ui/kbd.tsx";

type Props = {
  /** Whether there is a published value to go back to. */
  isCompared: boolean;
};

/** The keys of a ruler, in a line. */
export const RulerKeys = memo(function RulerKeys({ isCompared }: Props) {
  const t = useTranslations("model.keys");
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-3 text-ink-3 text-small max-sm:hidden">
      <span>
        <Kbd>←</Kbd> <Kbd>→</Kbd> {t("one")}
      </span>
      <span>
        <Kbd>⇧</Kbd> {t("five")}
      </span>
      <span>
        <Kbd>0</Kbd>…<Kbd>9</Kbd> {t("type")}
      </span>
      {isCompared && (
        <span>
          <Kbd>⌫</Kbd> {t("back")}
        </span>
      )}
    </p>
  );
});
