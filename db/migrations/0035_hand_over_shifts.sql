CREATE TABLE "clearance"."hand_overs" (
	"hand_over_id" uuid PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"of_user_id" uuid,
	"written_by" uuid NOT NULL,
	"written_by_name" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"claims_go" text NOT NULL,
	"notes" text,
	"content" jsonb NOT NULL,
	"confirmed_by" uuid,
	"confirmed_by_name" text,
	"confirmed_at" timestamp with time zone,
	"left_where_they_were" text[],
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "hand_overs_two_people" CHECK (confirmed_by is null or confirmed_by <> written_by),
	CONSTRAINT "hand_overs_one_end" CHECK (confirmed_at is null or withdrawn_at is null),
	CONSTRAINT "hand_overs_confirmed_whole" CHECK ((confirmed_by is null) = (confirmed_at is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "hand_overs_open" ON "clearance"."hand_overs" USING btree ("office_id","written_by") WHERE confirmed_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "hand_overs_office" ON "clearance"."hand_overs" USING btree ("office_id","written_at" DESC NULLS FIRST);