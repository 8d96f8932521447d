ALTER TABLE "intake"."submissions" ADD COLUMN "last_fault" text;--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "retry_asked_by" text;--> statement-breakpoint
CREATE INDEX "submissions_failing" ON "intake"."submissions" USING btree ("received_at") WHERE retry_at is not null;