DROP INDEX "clearance"."clearances_free";--> statement-breakpoint
ALTER TABLE "clearance"."clearances" ADD COLUMN "snoozed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "clearance"."clearances" ADD COLUMN "snooze" jsonb;--> statement-breakpoint
ALTER TABLE "clearance"."clearances" ADD COLUMN "woke_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "clearance"."clearances" ADD COLUMN "skipped_by" uuid[];--> statement-breakpoint
CREATE INDEX "clearances_back" ON "clearance"."clearances" USING btree ("office_id","act_by_at","consignment_id") WHERE status = 'selected' and claimed_by is null and (is_returned or woke_at is not null);--> statement-breakpoint
CREATE INDEX "clearances_snoozed" ON "clearance"."clearances" USING btree ("office_id","act_by_at","consignment_id") WHERE snoozed_until is not null;--> statement-breakpoint
CREATE INDEX "clearances_free" ON "clearance"."clearances" USING btree ("office_id","act_by_at","consignment_id","lane_effective","channel","score","partner_id") WHERE status = 'selected' and claimed_by is null and open_referrals = 0 and snoozed_until is null;