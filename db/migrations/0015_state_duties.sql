CREATE TABLE "clearance"."stated_duties" (
	"consignment_id" uuid NOT NULL,
	"duty_id" uuid NOT NULL,
	"item_number" integer NOT NULL,
	"amount_minor" bigint NOT NULL,
	"ground" text NOT NULL,
	"basis" text NOT NULL,
	"extra_charges_minor" bigint,
	"stated_by" uuid NOT NULL,
	"stated_by_name" text NOT NULL,
	"stated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stated_duties_consignment_id_duty_id_pk" PRIMARY KEY("consignment_id","duty_id"),
	CONSTRAINT "stated_duties_amount" CHECK (amount_minor >= 0)
);
--> statement-breakpoint
CREATE INDEX "examinations_open" ON "clearance"."examinations" USING btree ("consignment_id") WHERE recorded_at is not null and extra_charges_minor is null;