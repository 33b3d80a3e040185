import { useTranslations } from "next-intl";
import { Kbd } from "#components/ui/kbd.tsx";

/** The keys of the list, for who has some. */
export function KeyHints({ mayRecord }: { mayRecord: boolean }) {
  const t = useTranslations("today.hints");
  const hints = [
    { keys: ["J", "K"], meaning: t("move") },
    { keys: ["↵"], meaning: t("open") },
    ...(mayRecord ? [{ keys: ["U"], meaning: t("undo") }] : []),
    { keys: ["?"], meaning: t("keys") },
  ];
  return (
    <p className="flex gap-4 py-3 text-ink-3 text-small max-lg:hidden">
      {hints.map(({ keys, meaning }) => (
        <span key={meaning} className="flex items-center gap-1">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}{" "}
          {meaning}
        </span>
      ))}
    </p>
  );
}
