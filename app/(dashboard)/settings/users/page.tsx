import { getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { InviteDialog } from "#components/access/invite-dialog.tsx";
import { UserList } from "#components/access/user-list.tsx";
import { listUsers } from "#db/queries/users.ts";
import {
  changeUserRoleAction,
  disableUserAction,
  enableUserAction,
  inviteUserAction,
  issueUserLinkAction,
  setDailyCapacityAction,
} from "./actions.ts";

export const generateMetadata = titleFor("manage_users", async () =>
  (await getTranslations("settings.users"))("title"),
);

export default async function UsersPage() {
  const user = await requireUser("manage_users");
  const [users, t] = await Promise.all([listUsers(), getTranslations("settings.users")]);
  return (
    <main>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-4">
        <h1 className="type-display">{t("title")}</h1>
        <InviteDialog invite={inviteUserAction} />
      </div>
      <UserList
        users={users}
        ownId={user.userId}
        actions={{
          changeRole: changeUserRoleAction,
          setCapacity: setDailyCapacityAction,
          issueLink: issueUserLinkAction,
          disable: disableUserAction,
          enable: enableUserAction,
        }}
      />
    </main>
  );
}
