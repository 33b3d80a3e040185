CREATE TABLE "account_traits" (
	"account_id" bigint NOT NULL,
	"name" text NOT NULL,
	"value" jsonb NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "account_traits_account_id_name_pk" PRIMARY KEY("account_id","name")
);
--> statement-breakpoint
ALTER TABLE "account_traits" ADD CONSTRAINT "account_traits_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_traits_name_account_id_idx" ON "account_traits" USING btree ("name","account_id");