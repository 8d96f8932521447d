CREATE TABLE "risk"."capacity_revisions" (
	"office_id" text NOT NULL,
	"revision" integer NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"weekdays" smallint[] NOT NULL,
	"documents_slots" integer,
	"nii_slots" integer,
	"physical_slots" integer,
	"reason" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_by_name" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "capacity_revisions_office_id_revision_pk" PRIMARY KEY("office_id","revision"),
	CONSTRAINT "capacity_revisions_days" CHECK (valid_to is null or valid_to >= valid_from)
);
--> statement-breakpoint
CREATE TABLE "risk"."draw_plans" (
	"office_id" text NOT NULL,
	"control_on" date NOT NULL,
	"revision" integer NOT NULL,
	"plan" jsonb NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draw_plans_office_id_control_on_revision_pk" PRIMARY KEY("office_id","control_on","revision")
);
--> statement-breakpoint
CREATE TABLE "risk"."selections" (
	"consignment_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"version" integer NOT NULL,
	"office_id" text NOT NULL,
	"control_on" date NOT NULL,
	"outcome" text NOT NULL,
	"control" text,
	"lane_assigned" text NOT NULL,
	"worth" double precision NOT NULL,
	"worth_basis" text NOT NULL,
	"tie_break" integer NOT NULL,
	"rank" integer,
	"places" integer,
	"stratum" text NOT NULL,
	"draw_probability" numeric(7, 6) NOT NULL,
	"is_drawn" boolean NOT NULL,
	"inclusion_probability" numeric(7, 6) NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "selections_consignment_id_received_on_pk" PRIMARY KEY("consignment_id","received_on"),
	CONSTRAINT "selections_controlled" CHECK ((control is null) = (outcome in ('none', 'no_capacity'))),
	CONSTRAINT "selections_drawn" CHECK (outcome <> 'random' or is_drawn)
) PARTITION BY RANGE ("received_on");
--> statement-breakpoint
CREATE INDEX "selections_strata" ON "risk"."selections" USING btree ("office_id","control_on","stratum");--> statement-breakpoint
CREATE INDEX "selections_slots" ON "risk"."selections" USING btree ("office_id","control_on","outcome","worth") WHERE outcome <> 'none';