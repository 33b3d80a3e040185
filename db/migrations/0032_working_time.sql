CREATE TABLE "absences" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "absences_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "absences_days_check" CHECK ("absences"."first_day" <= "absences"."last_day")
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"day" date PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "working_week" jsonb DEFAULT '[[{"from":510,"to":1050}],[{"from":510,"to":1050}],[{"from":510,"to":1050}],[{"from":510,"to":1050}],[{"from":510,"to":1050}],[],[]]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "days_off" smallint[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_user_id_last_day_idx" ON "absences" USING btree ("user_id","last_day");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_days_off_check" CHECK ("users"."days_off" <@ array[0, 1, 2, 3, 4, 5, 6]::smallint[]);