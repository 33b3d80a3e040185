CREATE TABLE "owner_changes" (
	"lead_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "owner_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"from_user_id" bigint,
	"to_user_id" bigint,
	"cause" text NOT NULL,
	"way" text,
	"rule" text,
	"note" text DEFAULT '' NOT NULL,
	"actor_id" bigint,
	"touch_id" bigint,
	"undone_at" timestamp with time zone,
	CONSTRAINT "owner_changes_lead_id_id_pk" PRIMARY KEY("lead_id","id"),
	CONSTRAINT "owner_changes_cause_check" CHECK ("owner_changes"."cause" in ('routed', 'handed_over', 'reassigned', 'claimed', 'person', 'import', 'merge')),
	CONSTRAINT "owner_changes_way_check" CHECK ("owner_changes"."way" in ('rule', 'turn', 'fallback')),
	CONSTRAINT "owner_changes_routed_check" CHECK (("owner_changes"."cause" = 'routed') = ("owner_changes"."way" is not null))
);
--> statement-breakpoint
ALTER TABLE "owner_changes" ADD CONSTRAINT "owner_changes_from_user_id_users_id_fk" FOREIGN KEY ("from_user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_changes" ADD CONSTRAINT "owner_changes_to_user_id_users_id_fk" FOREIGN KEY ("to_user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_changes" ADD CONSTRAINT "owner_changes_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "owner_changes_from_user_id_idx" ON "owner_changes" USING btree ("from_user_id") WHERE "owner_changes"."from_user_id" is not null;--> statement-breakpoint
CREATE INDEX "owner_changes_to_user_id_idx" ON "owner_changes" USING btree ("to_user_id") WHERE "owner_changes"."to_user_id" is not null;--> statement-breakpoint
CREATE INDEX "owner_changes_actor_id_idx" ON "owner_changes" USING btree ("actor_id") WHERE "owner_changes"."actor_id" is not null;