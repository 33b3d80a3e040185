import { z } from "zod";
import { BI_VIEW_NAMES } from "#lib/bi/views.ts";
import { SCOPES } from "#lib/keys/scopes.ts";
import { operation } from "./operation.ts";
import { account, accountBody, accountPath, accountQuery } from "./shapes/account.ts";
import { event, eventPath, eventQuery, eventsBody, recordedEvents } from "./shapes/event.ts";
import { lead, leadBody, leadPath, leadQuery } from "./shapes/lead.ts";
import { outcome, outcomeBody, outcomePath } from "./shapes/outcome.ts";
import { pageOf } from "./shapes/parts.ts";
import { breakdown, breakdownQuery, score, scoreQuery } from "./shapes/score.ts";
import { ofLeadQuery, stageBody, stageChange } from "./shapes/stage.ts";

const key = z.object({ name: z.string(), scopes: z.array(z.enum(SCOPES)) });

/** Everything the API does, by the name of each operation, in the order in which it is described. */
export const OPERATIONS = {
  readKey: operation({ method: "GET", path: "/key", scope: null, answer: key }),
  listLeads: operation({ method: "GET", path: "/leads", scope: "leads:read", query: leadQuery, answer: pageOf(lead) }),
  upsertLead: operation({
    method: "POST",
    path: "/leads",
    scope: "leads:write",
    body: leadBody,
    answer: lead,
    makes: true,
  }),
  readLead: operation({ method: "GET", path: "/leads/{lead}", scope: "leads:read", params: leadPath, answer: lead }),
  listAccounts: operation({
    method: "GET",
    path: "/accounts",
    scope: "accounts:read",
    query: accountQuery,
    answer: pageOf(account),
  }),
  upsertAccount: operation({
    method: "POST",
    path: "/accounts",
    scope: "accounts:write",
    body: accountBody,
    answer: account,
    makes: true,
  }),
  readAccount: operation({
    method: "GET",
    path: "/accounts/{account}",
    scope: "accounts:read",
    params: accountPath,
    answer: account,
  }),
  listEvents: operation({
    method: "GET",
    path: "/events",
    scope: "events:read",
    query: eventQuery,
    answer: pageOf(event),
  }),
  recordEvents: operation({
    method: "POST",
    path: "/events",
    scope: "events:write",
    body: eventsBody,
    answer: recordedEvents,
  }),
  readEvent: operation({
    method: "GET",
    path: "/leads/{lead}/events/{event}",
    scope: "events:read",
    params: eventPath,
    answer: event,
  }),
  listScores: operation({
    method: "GET",
    path: "/scores",
    scope: "scores:read",
    query: scoreQuery,
    answer: pageOf(score),
  }),
  readScore: operation({
    method: "GET",
    path: "/leads/{lead}/score",
    scope: "scores:read",
    params: leadPath,
    answer: score,
  }),
  readBreakdown: operation({
    method: "GET",
    path: "/leads/{lead}/breakdown",
    scope: "scores:read",
    params: leadPath,
    query: breakdownQuery,
    answer: breakdown,
  }),
  listStages: operation({
    method: "GET",
    path: "/stages",
    scope: "stages:read",
    query: ofLeadQuery,
    answer: pageOf(stageChange),
  }),
  setStage: operation({
    method: "POST",
    path: "/leads/{lead}/stage",
    scope: "stages:write",
    params: leadPath,
    body: stageBody,
    answer: lead,
  }),
  listOutcomes: operation({
    method: "GET",
    path: "/outcomes",
    scope: "outcomes:read",
    query: ofLeadQuery,
    answer: pageOf(outcome),
  }),
  recordOutcome: operation({
    method: "POST",
    path: "/outcomes",
    scope: "outcomes:write",
    body: outcomeBody,
    answer: outcome,
    makes: true,
  }),
  readOutcome: operation({
    method: "GET",
    path: "/leads/{lead}/outcomes/{outcome}",
    scope: "outcomes:read",
    params: outcomePath,
    answer: outcome,
  }),
  exportView: operation({
    method: "GET",
    path: "/exports/{view}",
    scope: "exports:read",
    params: z.object({ view: z.enum(BI_VIEW_NAMES) }),
    answer: z.string(),
    answerType: "text/csv; charset=utf-8",
  }),
} as const;
export type OperationName = keyof typeof OPERATIONS;
