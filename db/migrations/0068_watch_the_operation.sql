CREATE SCHEMA "operation";
--> statement-breakpoint
CREATE TABLE "operation"."job_runs" (
	"job" text PRIMARY KEY NOT NULL,
	"process" text NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"well_at" timestamp with time zone,
	"failures" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operation"."workers" (
	"process" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"beat_at" timestamp with time zone NOT NULL
);
