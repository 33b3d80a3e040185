ALTER TABLE "api_keys" DROP CONSTRAINT "api_keys_scopes_check";--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_scopes_check" CHECK ("api_keys"."scopes" <@ array['ingest', 'leads:read', 'leads:write', 'accounts:read', 'accounts:write', 'events:read', 'events:write', 'scores:read', 'stages:read', 'stages:write', 'outcomes:read', 'outcomes:write', 'exports:read']::text[]);
--> statement-breakpoint
-- What reports read: documented in docs/bi.md, named in lib/bi/views.ts. Points with two decimals, nobody's name.
CREATE SCHEMA "bi";
--> statement-breakpoint
CREATE VIEW "bi"."scores" AS
SELECT score.lead_id, generation.day, round(score.fit / 100.0, 2) AS fit, round(score.engagement / 100.0, 2) AS engagement,
  round(score.combined / 100.0, 2) AS combined, score.cell, score.version_id, score.qualifies, score.known_fields, score.asked_fields,
  score.newest_event_at, lead.stage, lead.owner_id, lead.country, lead.source, lead.created_at
FROM "public"."organisation" organisation
JOIN "public"."generations" generation ON generation.id = organisation.current_generation_id
JOIN "public"."lead_scores" score ON score.generation_id = organisation.current_generation_id AND score.kind = 'lead'
JOIN "public"."leads" lead ON lead.id = score.lead_id;
--> statement-breakpoint
CREATE VIEW "bi"."changes" AS
SELECT lead_id, generation_id, n, at, cause, actor_id AS user_id,
  round(fit_before / 100.0, 2) AS fit_before, round(engagement_before / 100.0, 2) AS engagement_before,
  round(combined_before / 100.0, 2) AS combined_before, cell_before, version_before,
  round(fit_after / 100.0, 2) AS fit_after, round(engagement_after / 100.0, 2) AS engagement_after,
  round(combined_after / 100.0, 2) AS combined_after, cell_after, version_after
FROM "public"."score_changes";
--> statement-breakpoint
CREATE VIEW "bi"."touches" AS
SELECT lead_id, id, at, kind, disposition, reason, actor_id AS user_id, undone_at,
  round(fit / 100.0, 2) AS fit, round(engagement / 100.0, 2) AS engagement, round(combined / 100.0, 2) AS combined, cell, version_id
FROM "public"."touches";
--> statement-breakpoint
CREATE VIEW "bi"."stages" AS
SELECT lead_id, id, at, from_stage, to_stage, cause, reason, actor_id AS user_id, undone_at,
  round(fit / 100.0, 2) AS fit, round(engagement / 100.0, 2) AS engagement, round(combined / 100.0, 2) AS combined, cell, version_id
FROM "public"."stage_changes";
--> statement-breakpoint
CREATE VIEW "bi"."outcomes" AS
SELECT lead_id, id, result, at, is_timed, value_minor, currency, received_at,
  round(fit / 100.0, 2) AS fit, round(engagement / 100.0, 2) AS engagement, round(combined / 100.0, 2) AS combined, cell, version_id
FROM "public"."outcomes";
