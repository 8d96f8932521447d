CREATE TABLE "policy"."change_decisions" (
	"change_id" uuid PRIMARY KEY NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_by_name" text NOT NULL,
	CONSTRAINT "change_decisions_verdict" CHECK (verdict in ('approve', 'refuse', 'withdraw'))
);
--> statement-breakpoint
CREATE TABLE "policy"."changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"instrument_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"reason" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_by_name" text NOT NULL,
	CONSTRAINT "changes_period" CHECK ("policy"."changes"."valid_to" is null or "policy"."changes"."valid_to" >= "policy"."changes"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "policy"."instruments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"citation" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"text_link" text,
	"is_example" boolean NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" uuid,
	"entered_by_name" text NOT NULL,
	CONSTRAINT "instruments_kind" CHECK (kind in ('act', 'regulation', 'resolution', 'agreement', 'instruction')),
	CONSTRAINT "instruments_period" CHECK ("policy"."instruments"."valid_to" is null or "policy"."instruments"."valid_to" >= "policy"."instruments"."valid_from")
);
--> statement-breakpoint
ALTER TABLE "policy"."parameters" ADD COLUMN "change_id" uuid;--> statement-breakpoint
CREATE INDEX "changes_by_time" ON "policy"."changes" USING btree ("proposed_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gist;--> statement-breakpoint
ALTER TABLE "policy"."parameters" ADD CONSTRAINT "parameters_no_overlap" EXCLUDE USING gist (
  "kind" WITH =, "key" WITH =,
  daterange("valid_from", CASE WHEN "valid_to" >= "valid_from" THEN "valid_to" END, '[]') WITH &&
) WHERE ("valid_to" IS NULL OR "valid_to" >= "valid_from");
