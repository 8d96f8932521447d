CREATE TABLE "clearance"."together_limits" (
	"office_id" text NOT NULL,
	"revision" integer NOT NULL,
	"rows_max" smallint NOT NULL,
	"score_max" smallint NOT NULL,
	"takes_no_slot" boolean NOT NULL,
	"reason" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_by_name" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "together_limits_office_id_revision_pk" PRIMARY KEY("office_id","revision"),
	CONSTRAINT "together_limits_sane" CHECK (rows_max between 2 and 50 and score_max between 0 and 100)
);
