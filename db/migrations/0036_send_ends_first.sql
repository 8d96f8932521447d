ALTER TABLE "clearance"."hand_overs" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "clearance"."hand_overs" CASCADE;--> statement-breakpoint
CREATE INDEX "deliveries_first" ON "webhook"."deliveries" USING btree ("subscription_id","due_at") WHERE state = 'waiting' and (claim_number > 0 or kind = 'submission_finished');