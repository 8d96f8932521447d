ALTER TABLE "clearance"."clearances" ADD COLUMN "snoozed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "clearance"."clearances" ADD COLUMN "snooze" jsonb;--> statement-breakpoint
ALTER TABLE "clearance"."clearances" ADD COLUMN "woke_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "clearance"."clearances" ADD COLUMN "skipped_by" uuid[];