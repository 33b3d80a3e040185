import { useTranslations } from "next-intl";
import type { ListedUser } from "#lib/access/listed-user.ts";
import { COLUMNS } from "./user-columns.ts";
import { type UserActions, UserRow } from "./user-row.tsx";

type Props = { users: readonly ListedUser[]; ownId: number; actions: UserActions };

export function UserList({ users, ownId, actions }: Props) {
  const t = useTranslations("settings.users");
  return (
    <>
      {/* The controls of each row name themselves; these words are for the eye. */}
      <div aria-hidden="true" className={`type-label hidden border-rule-3 border-b pb-1 ${COLUMNS}`}>
        <span>{t("person")}</span>
        <span>{t("role")}</span>
        <span>{t("capacity")}</span>
        <span>{t("state")}</span>
        <span />
      </div>
      <ul className="max-md:border-rule-3 max-md:border-t">
        {users.map((user) => (
          <UserRow key={user.userId} user={user} isOwn={user.userId === ownId} actions={actions} />
        ))}
      </ul>
    </>
  );
}
