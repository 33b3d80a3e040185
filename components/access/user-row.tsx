"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSend } from "#components/shell/use-send.ts";
import { AskFirst } from "#components/ui/ask-first.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { type ListedUser, stateOf } from "#lib/access/listed-user.ts";
import { ROLES, type Role } from "#lib/access/roles.ts";
import type { ActionResult } from "#lib/result.ts";
import { CapacityInput } from "./capacity-input.tsx";
import { LinkField } from "./link-field.tsx";
import { COLUMNS } from "./user-columns.ts";

type OneUser = { userId: number };
export type UserActions = {
  changeRole: (input: OneUser & { role: Role }) => Promise<ActionResult<null>>;
  setCapacity: (input: OneUser & { dailyCapacity: number }) => Promise<ActionResult<null>>;
  issueLink: (input: OneUser) => Promise<ActionResult<{ path: string }>>;
  disable: (input: OneUser) => Promise<ActionResult<null>>;
  enable: (input: OneUser) => Promise<ActionResult<null>>;
};

type Props = { user: ListedUser; isOwn: boolean; actions: UserActions };

/** A user with everything that an admin may do with one. */
export function UserRow({ user, isOwn, actions }: Props) {
  const [t, roles] = [useTranslations("settings.users"), useTranslations("shell.roles")];
  const { send, isUnderWay, refusal } = useSend();
  const [linkPath, setLinkPath] = useState<string | null>(null);
  const { userId, name } = user;

  function attempt<T>(work: () => Promise<ActionResult<T>>, onDone?: (value: T) => void) {
    setLinkPath(null);
    send(work, { onDone });
  }

  return (
    <li aria-busy={isUnderWay} className="border-rule border-b py-3 md:py-1.5">
      <div className={COLUMNS}>
        <div className="min-w-0">
          <p className={`truncate font-semibold ${user.isDisabled ? "text-ink-3" : ""}`}>
            {name}
            {isOwn && <span className="font-normal text-ink-3"> {t("you")}</span>}
          </p>
          <p className="truncate text-ink-3 text-small">{user.email}</p>
        </div>
        <div className="grid grid-cols-2 gap-4 max-md:mt-2 md:contents">
          <div>
            <Caption>{t("role")}</Caption>
            <Select
              label={t("roleOf", { name })}
              isLabelHidden
              placeholder={t("noRole")}
              value={user.role}
              disabled={user.isDisabled}
              choices={ROLES.map((role) => ({ value: role, label: roles(role) }))}
              onChange={(role) => attempt(() => actions.changeRole({ userId, role }))}
            />
          </div>
          <div>
            <Caption>{t("capacity")}</Caption>
            <CapacityInput
              label={t("capacityOf", { name })}
              capacity={user.dailyCapacity}
              isDisabled={user.isDisabled}
              onChange={(dailyCapacity) => attempt(() => actions.setCapacity({ userId, dailyCapacity }))}
            />
          </div>
        </div>
        <p className="text-ink-2 max-md:mt-2">{t(stateOf(user))}</p>
        <DoorButtons
          user={user}
          onEnable={() => attempt(() => actions.enable({ userId }))}
          onDisable={() => attempt(() => actions.disable({ userId }))}
          onLink={() =>
            attempt(
              () => actions.issueLink({ userId }),
              ({ path }) => setLinkPath(path),
            )
          }
        />
      </div>
      {refusal && (
        <div className="mt-2">
          <Notice tone="refused">{refusal}</Notice>
        </div>
      )}
      {linkPath && (
        <div className="mt-2">
          <LinkField path={linkPath} label={t("link.label", { name })} hint={t("link.once")} />
        </div>
      )}
    </li>
  );
}

type DoorProps = { user: ListedUser; onEnable: () => void; onDisable: () => void; onLink: () => void };

/** Who may come in: a new link, the door shut, the door open again. */
function DoorButtons({ user, onEnable, onDisable, onLink }: DoorProps) {
  const t = useTranslations("settings.users");
  return (
    <div className="flex flex-wrap gap-x-4 md:justify-end">
      {user.isDisabled ? (
        <Button kind="quiet" onClick={onEnable}>
          {t("enable")}
        </Button>
      ) : (
        <>
          <Button kind="quiet" onClick={onLink}>
            {user.hasJoined ? t("resetLink") : t("invitationLink")}
          </Button>
          <AskFirst
            label={t("disable")}
            title={t("confirm.title", { name: user.name })}
            confirm={t("confirm.submit")}
            cancel={t("confirm.cancel")}
            onConfirm={onDisable}
          >
            {t("confirm.text", { name: user.name })}
          </AskFirst>
        </>
      )}
    </div>
  );
}

/** On a phone there is no row of words above the list. */
function Caption({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className="type-label md:hidden">
      {children}
    </span>
  );
}
