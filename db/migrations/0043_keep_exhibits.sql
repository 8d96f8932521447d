CREATE TABLE "clearance"."custody" (
	"consignment_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"step" integer NOT NULL,
	"from_holder" text,
	"to_holder" text NOT NULL,
	"place" text NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "custody_consignment_id_exhibit_id_step_pk" PRIMARY KEY("consignment_id","exhibit_id","step"),
	CONSTRAINT "custody_chain" CHECK ((step = 1) = (from_holder is null))
);
--> statement-breakpoint
CREATE TABLE "clearance"."exhibits" (
	"consignment_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"description" text NOT NULL,
	"quantity" text NOT NULL,
	"mark" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_by_name" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exhibits_consignment_id_exhibit_id_pk" PRIMARY KEY("consignment_id","exhibit_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "exhibits_number" ON "clearance"."exhibits" USING btree ("consignment_id","number");