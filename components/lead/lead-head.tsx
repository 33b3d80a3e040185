import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ClockLine } from "#components/clocks/clock-line.tsx";
import { countryName } from "#components/leads/country-name.ts";
import { listAddress } from "#components/leads/fetch-leads.ts";
import { EmailAddress } from "#components/ui/email-address.tsx";
import { EmailLink } from "#components/ui/email-link.tsx";
import type { LeadPageView } from "#lib/leads/page-view.ts";
import { isOpen } from "#lib/lifecycle/stage-rules.ts";
import { GiveButton } from "./give-button.tsx";
import { HeadScore } from "./head-score.tsx";
import { LeadPhone } from "./lead-phone.tsx";
import { ListLine } from "./list-line.tsx";
import type { LeadWords } from "./use-lead-words.ts";

/** What the reader may do with whose the lead is; null: nothing. */
export type Giving = { readonly staysInSight: boolean } | null;

type Props = { view: LeadPageView; words: LeadWords; giving: Giving };

/** Who this is, how to reach them, whose they are, and the score. */
export function LeadHead({ view, words, giving }: Props) {
  const t = useTranslations("lead");
  const { profile } = view;
  const { name, jobTitle, account, leadId, externalIds } = profile;
  const place = profile.city ?? account?.city ?? null;
  return (
    <header className="grid gap-x-6 gap-y-4 border-rule-3 border-b px-gutter py-4 lg:grid-cols-[minmax(0,1fr)_auto] xl:grid-cols-[308px_minmax(0,1fr)_344px] xl:items-center xl:gap-x-12">
      <div className="min-w-0">
        <ListLine leadId={leadId} />
        <h1 className="font-medium font-serif text-[30px]/9 tracking-[-0.015em] [overflow-wrap:anywhere]">
          {name ?? t("unnamed", { leadId })}
        </h1>
        <p className="text-ink-2">
          {jobTitle}
          {jobTitle && (account || place) && ", "}
          {account && (
            <Link
              href={listAddress("/leads", { q: account.name, stage: "any" })}
              className="font-semibold underline decoration-rule-2 underline-offset-4 hover:decoration-ink"
            >
              {account.name}
            </Link>
          )}
          {account && place && ", "}
          {place}
          {/* The number above is ours; who has no name is known elsewhere by these. */}
          {name === null &&
            externalIds.map(({ source, value }) => (
              <span key={`${source}:${value}`} className="block [overflow-wrap:anywhere]">
                {t("knownAs", { id: value, source })}
              </span>
            ))}
        </p>
        {view.clock && <ClockLine clock={view.clock} readAt={view.readAt} />}
      </div>
      <Facts view={view} words={words} giving={giving} />
      <HeadScore view={view} words={words} />
    </header>
  );
}

function Facts({ view, words, giving }: Props) {
  const t = useTranslations("lead.facts");
  const lead = useTranslations("lead");
  const stages = useTranslations("shell.stage");
  const { profile, colleagues } = view;
  const { phone, email, owner, account, source, country } = profile;
  const inCells = colleagues.flatMap(({ cell }) => cell ?? []);
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-small sm:grid-cols-[repeat(4,auto)] sm:justify-between lg:max-xl:order-last lg:max-xl:col-span-2">
      <Fact name={t("phone")}>
        {!profile.mayCall ? (
          <span className="text-ink-3">{t("mayNotCall")}</span>
        ) : phone !== null ? (
          <LeadPhone
            phone={phone}
            dial={profile.dial}
            name={profile.name ?? lead("unnamed", { leadId: profile.leadId })}
          />
        ) : (
          <None />
        )}
      </Fact>
      <Fact name={t("email")} isWide>
        {email === null ? (
          <None />
        ) : profile.mayEmail ? (
          <EmailLink email={email} className="underline-offset-4 hover:underline" />
        ) : (
          <>
            <EmailAddress email={email} />
            <span className="block text-ink-3">{t("mayNotEmail")}</span>
          </>
        )}
      </Fact>
      <Fact name={t("owner")}>
        {owner?.name ?? <span className="text-ink-3">{t("nobody")}</span>}
        {giving && isOpen(profile.stage) && (
          <GiveButton
            leadId={profile.leadId}
            name={profile.name ?? lead("unnamed", { leadId: profile.leadId })}
            ownerId={owner?.userId ?? null}
            staysInSight={giving.staysInSight}
          />
        )}
      </Fact>
      <Fact name={t("stage")}>
        {t("stageSince", { stage: stages(profile.stage), day: words.day(words.dayOf(profile.stageEnteredAt)) })}
        {profile.returnsOn !== null && (
          <span className="block text-ink-3">{t("returnsOn", { day: words.longDay(profile.returnsOn) })}</span>
        )}
      </Fact>
      <Fact name={t("source")}>{source ?? <None />}</Fact>
      <Fact name={t("company")}>
        {[account?.industry, account?.employees != null && t("employees", { count: account.employees })]
          .filter(Boolean)
          .join(", ") || <None />}
      </Fact>
      <Fact name={t("country")}>{country === null ? <None /> : countryName(country, words.locale)}</Fact>
      <Fact name={t("colleagues")}>
        {colleagues.length === 0 ? (
          <None />
        ) : (
          <a href="#colleagues" className="underline-offset-4 hover:underline">
            {t("known", { count: colleagues.length })}
            {inCells.length > 0 && `, ${t("best", { cell: inCells[0] ?? "" })}`}
          </a>
        )}
      </Fact>
    </dl>
  );
}

function Fact({ name, isWide, children }: { name: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={`min-w-0 ${isWide ? "max-sm:col-span-2 max-sm:row-start-1" : ""}`}>
      <dt className="type-label">{name}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

function None() {
  return <span className="text-ink-3">{useTranslations("lead.facts")("unknown")}</span>;
}
