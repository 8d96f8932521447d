ALTER TABLE "clearance"."post_audits" DROP CONSTRAINT "post_audits_closed_whole";--> statement-breakpoint
ALTER TABLE "clearance"."post_audits" ADD COLUMN "ended_as" text;--> statement-breakpoint
CREATE INDEX "clearances_let_go_blue" ON "clearance"."clearances" USING btree ("office_id","received_on","consignment_id") WHERE lane_effective = 'blue' and status = 'released' and decided_by is null;--> statement-breakpoint
ALTER TABLE "clearance"."post_audits" ADD CONSTRAINT "post_audits_end" CHECK (ended_as in ('reversed', 'new_data', 'given_slot', 'withdrawn'));--> statement-breakpoint
ALTER TABLE "clearance"."post_audits" ADD CONSTRAINT "post_audits_closed_whole" CHECK ((closed_at is null) = (closed_by is null and ended_as is null)
        and (closed_by is null or (taken_by is not null and ended_as is null)));--> statement-breakpoint
-- Written by hand: audits of goods that came back before could not be ended. Goods whose reversal waits for its second officer are not back yet.
UPDATE "clearance"."post_audits" a SET closed_at = now(), ended_as = case when c.status = 'withdrawn' then 'withdrawn' else 'reversed' end
FROM "clearance"."clearances" c
WHERE a.closed_at is null and c.consignment_id = a.consignment_id and c.received_on = a.received_on
  and c.status not in ('released', 'awaiting_second');
