CREATE TABLE "clearance"."together_batches" (
	"batch_id" uuid PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"state" text NOT NULL,
	"ground" text NOT NULL,
	"note" text,
	"rows" jsonb NOT NULL,
	"excluded" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"value_minor" bigint NOT NULL,
	"score_highest" smallint NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"settled_by" uuid,
	"settled_by_name" text,
	"settled_at" timestamp with time zone,
	"settled_note" text,
	CONSTRAINT "together_batches_settled_whole" CHECK ((state in ('released', 'proposed')) = (settled_by is null) and (settled_by is null) = (settled_at is null)),
	CONSTRAINT "together_batches_two_people" CHECK (state not in ('confirmed', 'rejected') or settled_by is distinct from proposed_by),
	CONSTRAINT "together_batches_own_withdrawn" CHECK (state <> 'withdrawn' or settled_by = proposed_by)
);
--> statement-breakpoint
ALTER TABLE "clearance"."together_limits" DROP CONSTRAINT "together_limits_sane";--> statement-breakpoint
ALTER TABLE "clearance"."decisions" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "clearance"."together_limits" ADD COLUMN "second_above_rows" smallint DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE "clearance"."together_limits" ADD COLUMN "second_above_minor" bigint DEFAULT 500000 NOT NULL;--> statement-breakpoint
CREATE INDEX "together_batches_office" ON "clearance"."together_batches" USING btree ("office_id","proposed_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "together_batches_waiting" ON "clearance"."together_batches" USING btree ("office_id","proposed_at") WHERE state = 'proposed';--> statement-breakpoint
ALTER TABLE "clearance"."together_limits" ADD CONSTRAINT "together_limits_second" CHECK (second_above_rows between 1 and 200 and second_above_minor >= 0);--> statement-breakpoint
ALTER TABLE "clearance"."together_limits" ADD CONSTRAINT "together_limits_sane" CHECK (rows_max between 2 and 200 and score_max between 0 and 100);