import { useTranslations } from "next-intl";

/** Somebody in the CRM, and who that is here; null: nobody. */
export type ListedOwner = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly here: string | null;
};

/** Who of the CRM is who here. */
export function OwnerList({ owners }: { owners: readonly ListedOwner[] }) {
  const t = useTranslations("crm.owners");
  if (owners.length === 0) return <p className="mt-3 text-ink-2">{t("none")}</p>;
  return (
    <>
      <p className="mt-3 max-w-[640px] text-ink-2">{t("text")}</p>
      <ul className="mt-3 border-rule border-t">
        {owners.map(({ id, name, email, here }) => (
          <li key={id} className="grid gap-x-6 border-rule border-b py-2 sm:grid-cols-2">
            <p className="min-w-0 [overflow-wrap:anywhere]">
              {name}
              {email && email !== name && <span className="block text-ink-3 text-small">{email}</span>}
            </p>
            <p className={here ? "" : "text-ink-3"}>{here ?? t("unknown")}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
