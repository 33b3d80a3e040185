CREATE TABLE "call_lists" (
	"user_id" bigint NOT NULL,
	"day" date NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "call_lists_user_id_day_pk" PRIMARY KEY("user_id","day")
);
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "capacity_per_week" integer;--> statement-breakpoint
ALTER TABLE "touches" ADD COLUMN "snoozed_minute" integer;--> statement-breakpoint
ALTER TABLE "call_lists" ADD CONSTRAINT "call_lists_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_snoozed_minute_check" CHECK ("touches"."snoozed_minute" is null or ("touches"."snoozed_until" is not null and "touches"."snoozed_minute" between 0 and 1439));--> statement-breakpoint
UPDATE "organisation" SET "capacity_leads" = "capacity_per_week";
