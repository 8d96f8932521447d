ALTER TABLE "privacy"."erasures" ADD COLUMN "row_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "privacy"."statements" ADD COLUMN "stands_as" text;--> statement-breakpoint
ALTER TABLE "privacy"."statements" ADD COLUMN "version" integer;--> statement-breakpoint
CREATE INDEX "attachments_erased" ON "consignment"."attachments" USING btree ("erased_at") WHERE erased_at is not null;--> statement-breakpoint
CREATE INDEX "quarantined_records_erased" ON "intake"."quarantined_records" USING btree ("erased_at") WHERE erased_at is not null;--> statement-breakpoint
CREATE INDEX "submissions_erased" ON "intake"."submissions" USING btree ("bytes_erased_at") WHERE bytes_erased_at is not null;--> statement-breakpoint
CREATE INDEX "party_days_day" ON "risk"."party_days" USING btree ("day");--> statement-breakpoint
ALTER TABLE "privacy"."statements" ADD CONSTRAINT "statements_of_somebody" CHECK ((stands_as is null) = (version is null) and (stands_as is null or stands_as in ('sender', 'recipient')));