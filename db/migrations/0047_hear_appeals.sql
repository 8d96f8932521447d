CREATE TABLE "clearance"."appeal_acts" (
	"consignment_id" uuid NOT NULL,
	"appeal_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"act" text NOT NULL,
	"decision_id" uuid,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"happened_on" date NOT NULL,
	"words" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_by_name" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "appeal_acts_consignment_id_appeal_id_number_pk" PRIMARY KEY("consignment_id","appeal_id","number"),
	CONSTRAINT "appeal_acts_act" CHECK (act in ('lodged', 'secured', 'escalated', 'upheld', 'partly_upheld', 'rejected', 'withdrawn')),
	CONSTRAINT "appeal_acts_first" CHECK ((number = 1) = (act = 'lodged')),
	CONSTRAINT "appeal_acts_amount" CHECK (amount_minor >= 0)
);
--> statement-breakpoint
ALTER TABLE "revenue"."postings" DROP CONSTRAINT "postings_charge";--> statement-breakpoint
CREATE INDEX "appeal_acts_lodged" ON "clearance"."appeal_acts" USING btree ("happened_on" DESC NULLS FIRST,"appeal_id") WHERE number = 1;--> statement-breakpoint
ALTER TABLE "revenue"."postings" ADD CONSTRAINT "postings_charge" CHECK (charge in ('duty', 'vat', 'fee', 'found', 'sales', 'relief', 'declared', 'payment', 'security', 'remitted'));