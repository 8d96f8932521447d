ALTER TABLE "revenue"."demands" DROP CONSTRAINT "demands_amount";--> statement-breakpoint
ALTER TABLE "revenue"."demands" ADD COLUMN "paid_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "demands_paid" ON "revenue"."demands" USING btree ("account_id","demanded_at","consignment_id") WHERE settled_at is null and paid_minor >= amount_minor;--> statement-breakpoint
CREATE INDEX "demands_spoken" ON "revenue"."demands" USING btree ("account_id") WHERE settled_at is null and paid_minor > 0;--> statement-breakpoint
ALTER TABLE "revenue"."demands" ADD CONSTRAINT "demands_amounts" CHECK (amount_minor >= 0 and paid_minor >= 0);--> statement-breakpoint
-- Written by hand: what will not leave, or left, waits for no payment; what was paid for it is money in hand.
UPDATE "revenue"."demands" w SET settled_at = now() FROM "clearance"."clearances" s
WHERE s.consignment_id = w.consignment_id AND s.received_on = w.received_on AND w.settled_at IS NULL
  AND s.status NOT IN ('selected', 'examination', 'awaiting_second', 'awaiting_payment');
--> statement-breakpoint
-- Written by hand: what was paid so far for what still waits, on the account it waits on.
UPDATE "revenue"."demands" w SET paid_minor = k.paid_minor FROM (
  SELECT m.pays_for, m.account_id, sum(p.amount_minor) AS paid_minor FROM "revenue"."payment_matches" m
  JOIN "revenue"."payments" p ON p.payment_id = m.payment_id
  WHERE m.pays_for IS NOT NULL GROUP BY m.pays_for, m.account_id) k
WHERE k.pays_for = w.consignment_id AND k.account_id = w.account_id AND w.settled_at IS NULL;
