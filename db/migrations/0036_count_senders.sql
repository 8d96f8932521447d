ALTER TABLE "risk"."profile_facts" ADD COLUMN "recipient_senders_1d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "recipient_senders_7d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "recipient_senders_30d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "address_senders_1d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "address_senders_7d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "address_senders_30d" bigint;--> statement-breakpoint
CREATE INDEX "party_days_senders" ON "risk"."party_days" USING btree (split_part("key", '|', 1),"day") WHERE kind in ('recipient_sender', 'address_sender');