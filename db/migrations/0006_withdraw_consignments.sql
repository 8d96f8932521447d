ALTER TABLE "intake"."submissions" ADD COLUMN "undone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "undone_by" uuid;--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "undone_by_name" text;--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "undo_reason" text;--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "records_withdrawn" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "statistics"."cells" ADD COLUMN "withdrawn" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "statistics"."contributions" ADD COLUMN "withdrawn" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "versions_submission" ON "consignment"."versions" USING btree ("submission_id","record_number");