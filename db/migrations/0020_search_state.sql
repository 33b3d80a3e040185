CREATE TABLE "search_state" (
	"batches" bigint NOT NULL
);
--> statement-breakpoint
INSERT INTO "search_state" VALUES (0);
