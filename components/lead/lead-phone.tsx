"use client";

import { useTranslations } from "next-intl";
import { Kbd } from "#components/ui/kbd.tsx";
import { PhoneLink } from "#components/ui/phone-link.tsx";
import { useWorkOfPage } from "./work-provider.tsx";

type Props = { phone: string; dial: string | null; name: string };

/** The number of the lead of the page; dialling it is written down, as on the list of today. */
export function LeadPhone({ phone, dial, name }: Props) {
  const t = useTranslations("lead.facts");
  const work = useWorkOfPage();
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <PhoneLink
        phone={phone}
        dial={dial}
        unsure={t("unsurePhone")}
        label={t("call", { name, phone })}
        onClick={work?.call}
        className="font-semibold"
      />
      {work?.isOpen && dial !== null && <Kbd>P</Kbd>}
    </span>
  );
}
