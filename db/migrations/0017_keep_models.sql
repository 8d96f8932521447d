CREATE TABLE "risk"."model_drift" (
	"model_version" integer NOT NULL,
	"week_on" date NOT NULL,
	"field" text NOT NULL,
	"stability_index" double precision NOT NULL,
	"consignments" integer NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "model_drift_model_version_week_on_field_pk" PRIMARY KEY("model_version","week_on","field")
);
--> statement-breakpoint
CREATE TABLE "risk"."model_scores" (
	"consignment_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"version" integer NOT NULL,
	"model_version" integer NOT NULL,
	"mode" text NOT NULL,
	"scored_at" timestamp with time zone NOT NULL,
	"log_odds" double precision NOT NULL,
	"chance" double precision NOT NULL,
	"critical_chance" double precision,
	"rank" double precision NOT NULL,
	CONSTRAINT "model_scores_pk" PRIMARY KEY("consignment_id","received_on","version","model_version")
) PARTITION BY RANGE ("received_on");
--> statement-breakpoint
CREATE TABLE "risk"."model_standings" (
	"version" integer PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_by_name" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"reason" text,
	"shadow_at" timestamp with time zone,
	"promoted_by" uuid,
	"promoted_by_name" text,
	"promoted_at" timestamp with time zone,
	"row_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "model_standings_promoted" CHECK (state <> 'active' or promoted_by is not null)
);
--> statement-breakpoint
CREATE TABLE "risk"."model_versions" (
	"version" integer PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"objective" text NOT NULL,
	"trained_by" uuid NOT NULL,
	"trained_by_name" text NOT NULL,
	"trained_at" timestamp with time zone NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"results" integer NOT NULL,
	"findings" integer NOT NULL,
	"card" jsonb NOT NULL,
	"artefact" "bytea" NOT NULL,
	"artefact_sha256" text NOT NULL,
	"artefact_bytes" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "risk"."training_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"objective" text NOT NULL,
	"seed" integer NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_by_name" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone,
	"phase" text,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"ended_at" timestamp with time zone,
	"wanting" jsonb,
	"model_version" integer
);
--> statement-breakpoint
ALTER TABLE "risk"."assessments" ADD COLUMN "chance" double precision;--> statement-breakpoint
CREATE INDEX "model_scores_model" ON "risk"."model_scores" USING btree ("model_version","received_on");--> statement-breakpoint
CREATE UNIQUE INDEX "model_standings_active" ON "risk"."model_standings" USING btree ((true)) WHERE state = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "model_standings_shadow" ON "risk"."model_standings" USING btree ((true)) WHERE state = 'shadow';--> statement-breakpoint
CREATE UNIQUE INDEX "training_runs_open" ON "risk"."training_runs" USING btree ((true)) WHERE state in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "training_runs_by_time" ON "risk"."training_runs" USING btree ("requested_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "clearances_examined" ON "clearance"."clearances" USING btree ("received_on","examination_outcome","consignment_id") WHERE examination_outcome in ('conform', 'finding');