ALTER TABLE "clearance"."clearances" ADD COLUMN "transfer" jsonb;--> statement-breakpoint
ALTER TABLE "clearance"."clearances" ADD COLUMN "answered_by" text;