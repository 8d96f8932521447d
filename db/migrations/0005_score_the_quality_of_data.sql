CREATE TABLE "intake"."quality_day_findings" (
	"partner_id" uuid NOT NULL,
	"day" date NOT NULL,
	"code" text NOT NULL,
	"severity" text NOT NULL,
	"field" text NOT NULL,
	"records" integer NOT NULL,
	"example" text,
	CONSTRAINT "quality_day_findings_partner_id_day_code_severity_field_pk" PRIMARY KEY("partner_id","day","code","severity","field")
);
--> statement-breakpoint
CREATE TABLE "intake"."quality_days" (
	"partner_id" uuid NOT NULL,
	"day" date NOT NULL,
	"records" integer NOT NULL,
	"refused" integer NOT NULL,
	"score_sum" bigint NOT NULL,
	"poor" integer NOT NULL,
	"weak" integer NOT NULL,
	"fair" integer NOT NULL,
	"good" integer NOT NULL,
	CONSTRAINT "quality_days_partner_id_day_pk" PRIMARY KEY("partner_id","day")
);
--> statement-breakpoint
CREATE TABLE "intake"."submission_findings" (
	"submission_id" uuid NOT NULL,
	"code" text NOT NULL,
	"severity" text NOT NULL,
	"field" text NOT NULL,
	"records" integer NOT NULL,
	"example" text,
	CONSTRAINT "submission_findings_submission_id_code_severity_field_pk" PRIMARY KEY("submission_id","code","severity","field")
);
--> statement-breakpoint
ALTER TABLE "consignment"."consignments" ADD COLUMN "quality_score" smallint;--> statement-breakpoint
ALTER TABLE "consignment"."versions" ADD COLUMN "quality_score" smallint;--> statement-breakpoint
ALTER TABLE "intake"."quarantined_records" ADD COLUMN "quality_score" smallint;--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "quality_records" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "quality_sum" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "quality_poor" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "quality_weak" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "quality_fair" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "quality_good" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- The requirement matrix is held by regime and column from now on; start-up loads its rows.
DELETE FROM "policy"."parameters" WHERE "kind" = 'requirement' AND "key" NOT LIKE '%/%';
