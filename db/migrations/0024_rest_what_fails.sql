ALTER TABLE "intake"."submissions" ADD COLUMN "faults" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "retry_at" timestamp with time zone;