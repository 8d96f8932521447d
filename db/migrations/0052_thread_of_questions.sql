DROP INDEX "clearance"."referrals_open";--> statement-breakpoint
ALTER TABLE "clearance"."referrals" ADD COLUMN "question_code" text;--> statement-breakpoint
ALTER TABLE "clearance"."referrals" ADD COLUMN "answered_from" text;--> statement-breakpoint
ALTER TABLE "clearance"."referrals" ADD COLUMN "withdrawn_by" uuid;--> statement-breakpoint
ALTER TABLE "clearance"."referrals" ADD COLUMN "withdrawn_by_name" text;--> statement-breakpoint
ALTER TABLE "clearance"."referrals" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "clearance"."referrals" ADD COLUMN "withdraw_note" text;--> statement-breakpoint
CREATE INDEX "referrals_waiting" ON "clearance"."referrals" USING btree ("partner_id","due_at") WHERE answered_at is null and withdrawn_at is null;--> statement-breakpoint
ALTER TABLE "clearance"."referrals" ADD CONSTRAINT "referrals_settled_once" CHECK (answered_at is null or withdrawn_at is null);