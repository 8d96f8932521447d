ALTER TABLE "intake"."quarantined_records" ADD COLUMN "state" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "intake"."quarantined_records" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "intake"."quarantined_records" ADD COLUMN "settled_by" uuid;--> statement-breakpoint
ALTER TABLE "intake"."quarantined_records" ADD COLUMN "settled_by_name" text;--> statement-breakpoint
ALTER TABLE "intake"."quarantined_records" ADD COLUMN "replay_id" uuid;--> statement-breakpoint
ALTER TABLE "intake"."quarantined_records" ADD COLUMN "discard_reason" text;--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "replay_of" uuid;--> statement-breakpoint
CREATE INDEX "quarantined_open" ON "intake"."quarantined_records" USING btree ("quarantined_at" DESC NULLS FIRST,"submission_id","record_number") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "quarantined_open_of_partner" ON "intake"."quarantined_records" USING btree ("partner_id","quarantined_at" DESC NULLS FIRST,"submission_id","record_number") WHERE state = 'open';--> statement-breakpoint
ALTER TABLE "intake"."quarantined_records" ADD CONSTRAINT "quarantined_settled_whole" CHECK ((state = 'open') = (settled_at is null));