import { useTranslations } from "next-intl";
import { type AlertChoices, chosenChannels } from "#lib/alerts/choices.ts";
import { ALERT_CHANNELS, type AlertChannel, type AlertKind } from "#lib/alerts/kinds.ts";

type Props = {
  kinds: readonly AlertKind[];
  choices: AlertChoices;
  onToggle: (kind: AlertKind, channel: AlertChannel) => void;
};

/** What goes where: a row for each kind, a column for each channel. */
export function ChoiceTable({ kinds, choices, onToggle }: Props) {
  const t = useTranslations("alerts.settings");
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{t("what")}</caption>
      <thead>
        <tr className="border-rule-3 border-b">
          <th scope="col" className="type-label pb-1">
            {t("what")}
          </th>
          {ALERT_CHANNELS.map((channel) => (
            <th key={channel} scope="col" className="type-label w-[68px] pb-1 text-center sm:w-24">
              {t(`channels.${channel}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => {
          const chosen = chosenChannels(kind, choices);
          return (
            <tr key={kind} className="border-rule border-b">
              <th scope="row" className="py-2 pr-3">
                <span className="font-medium">{t(`kinds.${kind}.name`)}</span>
                <span className="block text-ink-3 text-small">{t(`kinds.${kind}.hint`)}</span>
              </th>
              {ALERT_CHANNELS.map((channel) => (
                <td key={channel} className="p-0 text-center">
                  <label className="inline-flex size-11 items-center justify-center">
                    <input
                      type="checkbox"
                      aria-label={`${t(`kinds.${kind}.name`)}, ${t(`channels.${channel}`)}`}
                      checked={chosen.includes(channel)}
                      onChange={() => onToggle(kind, channel)}
                      className="size-4 accent-accent"
                    />
                  </label>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
