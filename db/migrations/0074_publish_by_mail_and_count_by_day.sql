CREATE TABLE "publication"."mail_subscribers" (
	"subscriber_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"key" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "publication"."mail_tries" (
	"try_id" uuid PRIMARY KEY NOT NULL,
	"address_key" text NOT NULL,
	"email_key" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publication"."mails" (
	"mail_id" uuid PRIMARY KEY NOT NULL,
	"subscriber_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"month" text,
	"number" integer,
	"state" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"first_attempt_at" timestamp with time zone,
	"lease_until" timestamp with time zone,
	"claim_number" integer DEFAULT 0 NOT NULL,
	"settled_at" timestamp with time zone,
	"fault" text,
	CONSTRAINT "mails_kind" CHECK (kind in ('confirm', 'release')),
	CONSTRAINT "mails_state" CHECK (state in ('waiting', 'sent', 'failed')),
	CONSTRAINT "mails_release_whole" CHECK ((kind = 'release') = (month is not null) and (month is null) = (number is null))
);
--> statement-breakpoint
CREATE TABLE "statistics"."counted_days" (
	"day" date PRIMARY KEY NOT NULL,
	"counted_at" timestamp with time zone,
	"looked_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "counted_days_failed_whole" CHECK ((failed_at is null) = (failure is null))
);
--> statement-breakpoint
CREATE TABLE "statistics"."partner_days" (
	"partner_id" uuid NOT NULL,
	"day" date NOT NULL,
	"office_id" text NOT NULL,
	"consignments" integer NOT NULL,
	"before_arrival" integer NOT NULL,
	"complete" integer NOT NULL,
	"vague" integer NOT NULL,
	"coded" integer NOT NULL,
	"selected" integer NOT NULL,
	"amended_after" integer NOT NULL,
	"asked" integer NOT NULL,
	"answered" integer NOT NULL,
	"answered_in_time" integer NOT NULL,
	"answer_seconds" bigint NOT NULL,
	"to_present" integer NOT NULL,
	"presented" integer NOT NULL,
	"examined" integer NOT NULL,
	"findings" integer NOT NULL,
	CONSTRAINT "partner_days_partner_id_day_office_id_pk" PRIMARY KEY("partner_id","day","office_id")
);
--> statement-breakpoint
ALTER TABLE "intake"."quality_day_findings" ADD COLUMN "office_id" text DEFAULT '-' NOT NULL;
--> statement-breakpoint
ALTER TABLE "intake"."quality_days" ADD COLUMN "office_id" text DEFAULT '-' NOT NULL;
--> statement-breakpoint
ALTER TABLE "statistics"."partner_months" ADD COLUMN "office_id" text DEFAULT '-' NOT NULL;
--> statement-breakpoint
ALTER TABLE "intake"."quality_day_findings" DROP CONSTRAINT "quality_day_findings_partner_id_day_code_severity_field_pk";
--> statement-breakpoint
ALTER TABLE "intake"."quality_days" DROP CONSTRAINT "quality_days_partner_id_day_pk";
--> statement-breakpoint
ALTER TABLE "statistics"."partner_months" DROP CONSTRAINT "partner_months_partner_id_month_pk";
--> statement-breakpoint
ALTER TABLE "intake"."quality_day_findings" ADD CONSTRAINT "quality_day_findings_pk" PRIMARY KEY("partner_id","day","office_id","code","severity","field");
--> statement-breakpoint
ALTER TABLE "intake"."quality_days" ADD CONSTRAINT "quality_days_partner_id_day_office_id_pk" PRIMARY KEY("partner_id","day","office_id");
--> statement-breakpoint
ALTER TABLE "statistics"."partner_months" ADD CONSTRAINT "partner_months_partner_id_month_office_id_pk" PRIMARY KEY("partner_id","month","office_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "mail_subscribers_email" ON "publication"."mail_subscribers" USING btree ("email_key");
--> statement-breakpoint
CREATE UNIQUE INDEX "mail_subscribers_key" ON "publication"."mail_subscribers" USING btree ("key");
--> statement-breakpoint
CREATE INDEX "mail_tries_address" ON "publication"."mail_tries" USING btree ("address_key","at");
--> statement-breakpoint
CREATE INDEX "mail_tries_email" ON "publication"."mail_tries" USING btree ("email_key","at");
--> statement-breakpoint
CREATE INDEX "mail_tries_at" ON "publication"."mail_tries" USING btree ("at");
--> statement-breakpoint
CREATE UNIQUE INDEX "mails_release" ON "publication"."mails" USING btree ("subscriber_id","month","number") WHERE kind = 'release';
--> statement-breakpoint
CREATE INDEX "mails_due" ON "publication"."mails" USING btree ("due_at") WHERE state = 'waiting';
--> statement-breakpoint
CREATE INDEX "mails_settled" ON "publication"."mails" USING btree ("settled_at") WHERE settled_at is not null;
--> statement-breakpoint
CREATE INDEX "partner_days_day" ON "statistics"."partner_days" USING btree ("day");
--> statement-breakpoint
CREATE INDEX "events_at" ON "clearance"."events" USING brin ("at");
--> statement-breakpoint
CREATE INDEX "vintage_facts_day" ON "publication"."vintage_facts" USING btree ("month","dataset","received_on");
