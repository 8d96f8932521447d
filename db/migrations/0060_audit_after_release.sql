CREATE TABLE "clearance"."post_audits" (
	"consignment_id" uuid NOT NULL,
	"audit_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"office_id" text NOT NULL,
	"basis" text NOT NULL,
	"draw_id" uuid,
	"probability" text,
	"reason" text,
	"opened_by" uuid NOT NULL,
	"opened_by_name" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"first_by" uuid,
	"taken_by" uuid,
	"taken_by_name" text,
	"taken_at" timestamp with time zone,
	"referral_id" uuid,
	"closed_by" uuid,
	"closed_by_name" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "post_audits_consignment_id_audit_id_pk" PRIMARY KEY("consignment_id","audit_id"),
	CONSTRAINT "post_audits_basis" CHECK (basis in ('drawn', 'selected')),
	CONSTRAINT "post_audits_reasoned" CHECK ((basis = 'drawn') = (draw_id is not null) and (basis = 'drawn') = (probability is not null)
        and (basis = 'selected') = (reason is not null)),
	CONSTRAINT "post_audits_taken_whole" CHECK ((taken_by is null) = (taken_at is null)),
	CONSTRAINT "post_audits_closed_whole" CHECK ((closed_at is null) = (closed_by is null) and (closed_at is null or taken_by is not null)),
	CONSTRAINT "post_audits_other_person" CHECK (closed_by is null or first_by is null or closed_by <> first_by)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "post_audits_open" ON "clearance"."post_audits" USING btree ("consignment_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "post_audits_waiting" ON "clearance"."post_audits" USING btree ("office_id","opened_at","audit_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "post_audits_closed" ON "clearance"."post_audits" USING btree ("office_id","closed_at") WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX "clearances_passed_on" ON "clearance"."clearances" USING btree ("office_id","act_by_at","consignment_id") WHERE skipped_by is not null and status in ('selected', 'examination', 'awaiting_second');