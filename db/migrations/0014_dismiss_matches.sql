CREATE TABLE "risk"."dismissals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"party_key" text NOT NULL,
	"party" text NOT NULL,
	"list" text NOT NULL,
	"entry_id" text NOT NULL,
	"edition" text NOT NULL,
	"listed_name" text NOT NULL,
	"seen_at_consignment" uuid NOT NULL,
	"office_id" text NOT NULL,
	"reason" text NOT NULL,
	"dismissed_at" timestamp with time zone NOT NULL,
	"dismissed_by" uuid NOT NULL,
	"dismissed_by_name" text NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by_name" text
);
--> statement-breakpoint
ALTER TABLE "risk"."assessments" ADD COLUMN "listed_matches" jsonb;--> statement-breakpoint
CREATE UNIQUE INDEX "dismissals_in_force" ON "risk"."dismissals" USING btree ("party_key","list","entry_id","edition") WHERE withdrawn_at is null;