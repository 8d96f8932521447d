ALTER TABLE "clearance"."decisions" DROP CONSTRAINT "decisions_seizure_seconded";--> statement-breakpoint
ALTER TABLE "clearance"."clearances" ADD COLUMN "proposed_kind" text;--> statement-breakpoint
ALTER TABLE "clearance"."clearances" ADD COLUMN "proposed_from" text;--> statement-breakpoint
UPDATE "clearance"."clearances" SET "proposed_kind" = 'seize', "proposed_from" = 'selected' WHERE "status" = 'awaiting_second';--> statement-breakpoint
ALTER TABLE "clearance"."decisions" ADD COLUMN "citation" text;--> statement-breakpoint
ALTER TABLE "clearance"."decisions" ADD COLUMN "from_status" text DEFAULT 'selected' NOT NULL;--> statement-breakpoint
ALTER TABLE "clearance"."decisions" ADD COLUMN "second_rule" text;--> statement-breakpoint
CREATE INDEX "clearances_kept" ON "clearance"."clearances" USING btree ("office_id","status","act_by_at","consignment_id") WHERE status in ('detained', 'refused');--> statement-breakpoint
ALTER TABLE "clearance"."decisions" ADD CONSTRAINT "decisions_seconded" CHECK ((kind not in ('seize', 'destroy') and second_rule is null) or state not in ('final', 'rejected') or second_by is not null);