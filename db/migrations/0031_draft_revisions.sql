CREATE SEQUENCE "public"."draft_revisions" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
SELECT setval('draft_revisions', (SELECT coalesce(max("revision"), 0) + 1 FROM "model_drafts"), false);
