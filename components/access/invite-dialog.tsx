"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { FreshDialog } from "#components/ui/fresh-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { ROLES } from "#lib/access/roles.ts";
import type { FormSubmit } from "#lib/result.ts";
import { LinkField } from "./link-field.tsx";
import { NameField } from "./name-field.tsx";
import { useForm } from "./use-form.ts";

type Invitation = { path: string; name: string };
type Props = { invite: FormSubmit<Invitation> };

/** Makes a user and shows the link by which that person comes in. */
export function InviteDialog({ invite }: Props) {
  const t = useTranslations("settings.users");
  return (
    <FreshDialog title={t("invite.title")} closeLabel={t("close")} openLabel={t("invite.open")}>
      {(again) => <InviteForm invite={invite} onAnother={again} />}
    </FreshDialog>
  );
}

function InviteForm({ invite, onAnother }: Props & { onAnother: () => void }) {
  const [t, roles] = [useTranslations("settings.users.invite"), useTranslations("shell.roles")];
  const link = useTranslations("settings.users.link");
  const { submit, isPending, refusal, values, done } = useForm(invite);
  if (done) {
    const { path, name } = done.value;
    return (
      <div className="flex flex-col gap-4">
        <p className="type-prose">{t("done", { name })}</p>
        <LinkField path={path} label={link("label", { name })} hint={link("once")} />
        <div>
          <Button onClick={onAnother}>{t("another")}</Button>
        </div>
      </div>
    );
  }
  return (
    <form action={submit} className="flex flex-col gap-5">
      <p className="text-ink-2">{t("text")}</p>
      {refusal && <Notice tone="refused">{refusal.message}</Notice>}
      <NameField label={t("name")} autoComplete="off" defaultValue={values.name} error={refusal?.fields.name} />
      <TextField
        label={t("email")}
        name="email"
        type="email"
        autoComplete="off"
        required
        defaultValue={values.email}
        error={refusal?.fields.email}
      />
      <Select
        label={t("role")}
        name="role"
        defaultValue={ROLES.find((role) => role === values.role) ?? "rep"}
        choices={ROLES.map((role) => ({ value: role, label: roles(role) }))}
      />
      <div>
        <Button kind="act" type="submit" aria-disabled={isPending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
